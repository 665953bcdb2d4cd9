import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Bin } from '../distributions.ts';
import { percent } from './percent.ts';

/** The numbers of one bin, on the side where they do not cover it. */
export function BinTooltip({ bin, side }: { bin: Bin; side: 'left' | 'right' }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.tooltip} style={{ [side]: 0 }} role="tooltip">
      <strong>{bin.label}</strong>
      <span>Reference {percent(bin.reference)}</span>
      <span>Live {percent(bin.live)}</span>
      {bin.contribution !== undefined && <span>Contributes {bin.contribution.toFixed(4)} to the PSI</span>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tooltip: css({
    position: 'absolute',
    top: 0,
    display: 'flex',
    flexDirection: 'column',
    padding: theme.spacing(1),
    pointerEvents: 'none',
    background: theme.colors.background.elevated,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z2,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
