import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { InstantValue } from './instant-values.ts';

interface InstantBarsProps {
  readonly values: readonly InstantValue[];
  readonly width: number;
  readonly height: number;
}

/** One bar for each value, with a mark at each limit. */
export function InstantBars({ values, width, height }: InstantBarsProps) {
  const styles = useStyles2(getStyles);
  const all = values.flatMap(({ value, limits }) => [value, ...limits]);
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all) * 1.05 || 1];
  const at = (value: number): number => (100 * (value - low)) / (high - low);
  return (
    <ul className={styles.list} style={{ width, height }}>
      {values.map(({ name, value, text, color, limits }) => (
        <li key={name} className={styles.row}>
          <span className={styles.name} title={name}>
            {name}
          </span>
          <span className={styles.track} aria-hidden>
            <span
              className={styles.bar}
              style={{
                left: `${at(Math.min(0, value))}%`,
                width: `${at(Math.max(0, value)) - at(Math.min(0, value))}%`,
                background: color,
              }}
            />
            {limits.map((limit) => (
              <span key={limit} className={styles.limit} style={{ left: `${at(limit)}%` }} />
            ))}
          </span>
          <span className={styles.value}>{text}</span>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ margin: 0, padding: theme.spacing(0, 1), overflowY: 'auto', listStyle: 'none' }),
  row: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(60px, 28%) 1fr 64px',
    gap: theme.spacing(1),
    alignItems: 'center',
    minHeight: 24,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  name: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  track: css({ position: 'relative', height: 12, background: theme.colors.background.secondary }),
  bar: css({ position: 'absolute', top: 0, bottom: 0 }),
  limit: css({ position: 'absolute', top: -3, bottom: -3, width: 2, background: theme.colors.text.primary }),
  value: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
});
