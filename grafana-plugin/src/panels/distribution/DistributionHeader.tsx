import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, useStyles2, useTheme2 } from '@grafana/ui';
import type { Limits } from '../common/limits.ts';
import { liveColor, referenceColor } from './chart/colors.ts';
import type { Distribution } from './distributions.ts';
import { severityOf, type Severity } from './severity.ts';

interface DistributionHeaderProps {
  readonly shown: Distribution;
  /** Names to choose from. */
  readonly names: readonly string[];
  readonly limits: Limits;
  readonly width: number;
  readonly height: number;
  readonly onChoose: (name: string) => void;
}

/** Width below which the key has no room beside the name and the PSI. */
const ROOM_FOR_KEY = 420;

/** Which distribution is shown, how far it drifted, and which bar is which. */
export function DistributionHeader({ shown, names, limits, width, height, onChoose }: DistributionHeaderProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const narrow = width < ROOM_FOR_KEY;
  return (
    <div className={styles.header} style={{ height }}>
      {names.length > 1 ? (
        <Combobox
          width={narrow ? 16 : 26}
          value={shown.name}
          options={names.map((name) => ({ value: name }))}
          onChange={({ value }) => onChoose(value)}
          aria-label="Distribution"
        />
      ) : (
        <span className={styles.name}>{shown.name}</span>
      )}
      {shown.psi !== undefined && (
        <span className={styles.psi}>
          PSI{' '}
          <strong data-testid="driftline-psi" style={{ color: severityColor(severityOf(shown.psi, limits), theme) }}>
            {shown.psi.toFixed(3)}
          </strong>{' '}
          {severityOf(shown.psi, limits)}
        </span>
      )}
      {!narrow && (
        <span className={styles.key}>
          <i style={{ background: referenceColor(theme) }} /> reference <i style={{ background: liveColor(theme) }} />{' '}
          live
        </span>
      )}
    </div>
  );
}

function severityColor(severity: Severity, theme: GrafanaTheme2): string {
  const colors = { stable: theme.colors.success, warning: theme.colors.warning, critical: theme.colors.error };
  return colors[severity].text;
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  }),
  name: css({ fontWeight: theme.typography.fontWeightMedium, overflow: 'hidden', textOverflow: 'ellipsis' }),
  psi: css({ color: theme.colors.text.secondary }),
  key: css({
    marginLeft: 'auto',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '& i': { width: 10, height: 10, borderRadius: 2, marginLeft: theme.spacing(1) },
  }),
});
