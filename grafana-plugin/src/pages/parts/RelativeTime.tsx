import { dateTimeFormat } from '@grafana/data';
import { Tooltip } from '@grafana/ui';
import { formatAgo } from '../values/format-time.ts';

/** How long ago something was, with the time itself on hover. */
export function RelativeTime({
  time,
  now,
  timeZone,
}: {
  readonly time: number;
  readonly now: number;
  readonly timeZone?: string;
}) {
  return (
    <Tooltip content={dateTimeFormat(time, { timeZone })}>
      <time dateTime={new Date(time).toISOString()}>{formatAgo(time, now)}</time>
    </Tooltip>
  );
}
