import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { GroupRate } from './group-rates.ts';

interface GroupTrackProps extends GroupRate {
  /** Rate of the reference group. */
  readonly reference: number | undefined;
  readonly limit: number;
  readonly height: number;
  /** End of the axis, which starts at zero. */
  readonly highest: number;
}

/** A rate as a dot with its interval, before the band around the reference group and the line of its rate. */
export function GroupTrack({
  rate = 0,
  lower = rate,
  upper = rate,
  reference,
  limit,
  height,
  highest,
}: GroupTrackProps) {
  const styles = useStyles2(getStyles);
  const at = (value: number): string => `${Math.min(100, (100 * value) / (highest * 1.05))}%`;
  const wide = (from: number, to: number): string =>
    `${Math.max(0, (100 * (Math.min(to, highest * 1.05) - from)) / (highest * 1.05))}%`;
  return (
    <div className={styles.track} style={{ height }} aria-hidden>
      {reference !== undefined && (
        <>
          <span
            className={styles.band}
            style={{ left: at(limit * reference), width: wide(limit * reference, reference / limit) }}
          />
          <span className={styles.line} style={{ left: at(reference) }} />
        </>
      )}
      <span className={styles.interval} style={{ left: at(lower), width: wide(lower, upper) }} />
      <span className={styles.dot} style={{ left: at(rate) }} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  track: css({ position: 'relative' }),
  band: css({ position: 'absolute', top: 0, bottom: 0, background: theme.colors.success.transparent }),
  line: css({ position: 'absolute', top: 0, bottom: 0, width: 1, background: theme.colors.success.text }),
  interval: css({
    position: 'absolute',
    top: 'calc(50% - 4px)',
    height: 8,
    minWidth: 2,
    border: `1px solid ${theme.colors.text.secondary}`,
    borderWidth: '0 2px',
    '&::after': {
      content: '""',
      position: 'absolute',
      top: 3,
      left: 0,
      right: 0,
      height: 2,
      background: theme.colors.text.secondary,
    },
  }),
  dot: css({
    position: 'absolute',
    top: 'calc(50% - 5px)',
    width: 10,
    height: 10,
    marginLeft: -5,
    borderRadius: '50%',
    background: theme.visualization.getColorByName('blue'),
    border: `1px solid ${theme.colors.background.primary}`,
  }),
});
