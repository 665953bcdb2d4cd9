import { css } from '@emotion/css';
import { dateTimeForTimeZone, dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { timeTicks } from './time-ticks.ts';

interface TimeAxisProps {
  readonly times: readonly number[];
  readonly left: number;
  readonly width: number;
  readonly timeZone: TimeZone;
}

/** Least distance between two labels. */
const LABEL_DISTANCE = 70;
/** Half of a label's width, which has to fit in. */
const HALF_LABEL = 18;

/** Round times below the map. */
export function TimeAxis({ times, left, width, timeZone }: TimeAxisProps) {
  const styles = useStyles2(getStyles);
  const [first = 0, last = 0] = [times[0], times[times.length - 1]];
  const offset = dateTimeForTimeZone(timeZone, last).utcOffset() * 60_000;
  const ticks = timeTicks(first, last, Math.max(Math.floor(width / LABEL_DISTANCE), 1), offset);
  const placed = ticks.times.map((time) => ({
    time,
    x: ((times.findIndex((each) => each >= time) + 0.5) / times.length) * width,
  }));
  return (
    <div className={styles.axis} style={{ marginLeft: left, width }} aria-hidden>
      {placed
        .filter(({ x }) => x + HALF_LABEL <= width)
        .map(({ time, x }) => (
          <span key={time} className={styles.label} style={{ left: x }}>
            {dateTimeFormat(time, { timeZone, format: ticks.format })}
          </span>
        ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  axis: css({
    position: 'relative',
    height: 20,
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  label: css({ position: 'absolute', top: 2, transform: 'translateX(-50%)', whiteSpace: 'nowrap' }),
});
