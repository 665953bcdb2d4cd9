import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface TimeAxisProps {
  readonly times: readonly number[];
  readonly left: number;
  readonly width: number;
  readonly timeZone: TimeZone;
}

const DAY = 86_400_000;
/** Distance between two labels. */
const LABEL_DISTANCE = 110;

/** Times below the map. */
export function TimeAxis({ times, left, width, timeZone }: TimeAxisProps) {
  const styles = useStyles2(getStyles);
  const [first = 0, last = 0] = [times[0], times[times.length - 1]];
  const count = Math.max(Math.min(Math.floor(width / LABEL_DISTANCE), times.length), 1);
  const format = last - first > 2 * DAY ? 'MM/DD' : last - first > DAY ? 'MM/DD HH:mm' : 'HH:mm';
  return (
    <div className={styles.axis} style={{ marginLeft: left, width }} aria-hidden>
      {Array.from({ length: count }, (_, i) => {
        const at = Math.floor(((i + 0.5) / count) * times.length);
        return (
          <span key={i} className={styles.label} style={{ left: ((at + 0.5) / times.length) * width }}>
            {dateTimeFormat(times[at] ?? first, { timeZone, format })}
          </span>
        );
      })}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  axis: css({ position: 'relative', height: 20, color: theme.colors.text.secondary, fontSize: 11 }),
  label: css({ position: 'absolute', top: 3, transform: 'translateX(-50%)', whiteSpace: 'nowrap' }),
});
