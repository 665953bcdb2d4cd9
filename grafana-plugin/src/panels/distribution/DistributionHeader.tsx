import { t, Trans } from '@grafana/i18n';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Combobox, useStyles2, useTheme2 } from '@grafana/ui';
import { formatCount } from '../../common/format-count.ts';
import { formatDecimal } from '../../common/format-decimal.ts';
import type { Limits } from '../common/limits.ts';
import { severityName, severityOf, type Severity } from '../common/severity.ts';
import type { Distribution } from './distributions.ts';

interface DistributionHeaderProps {
  readonly shown: Distribution;
  /** Names to choose from. */
  readonly names: readonly string[];
  readonly limits: Limits | undefined;
  readonly width: number;
  readonly height: number;
  readonly onChoose: (name: string) => void;
}

/** Width below which there is room for the name and the value alone. */
const ROOM_FOR_COUNT = 460;
/** Of the value with its severity. */
const ROOM_FOR_VALUE = 140;

const TITLES: Readonly<Record<string, string>> = { psi: 'PSI' };

/** Which distribution is shown, how far it drifted, and on how many observations that rests. */
export function DistributionHeader({ shown, names, limits, width, height, onChoose }: DistributionHeaderProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const narrow = width < ROOM_FOR_COUNT;
  const { name, sides, value, measure, observations, criticalValue } = shown;
  const severity = value === undefined || limits === undefined ? undefined : severityOf(value, limits);
  return (
    <div className={styles.header} style={{ height }}>
      {names.length > 1 ? (
        <Combobox
          width={narrow ? Math.max(Math.floor((width - ROOM_FOR_VALUE) / 8), 8) : 26}
          value={name}
          options={names.map((each) => ({ value: each }))}
          onChange={({ value: chosen }) => onChoose(chosen)}
          aria-label={t('panels.distribution-header.aria-label-distribution', 'Distribution')}
        />
      ) : (
        <span className={styles.name} title={name}>
          {name}
        </span>
      )}
      {value !== undefined && (
        <span className={styles.value}>
          {TITLES[measure] ?? measure}{' '}
          <strong
            data-testid="driftline-psi"
            style={severity === undefined ? {} : { color: severityColor(severity, theme) }}
          >
            {formatDecimal(value, 3)}
          </strong>{' '}
          {severity && severityName(severity)}
        </span>
      )}
      {sides.every(({ role }) => role === 'live') && (
        <span className={styles.value}>
          <Trans i18nKey="panels.distribution-header.nothing-to-compare">Nothing to compare with</Trans>
        </span>
      )}
      {!narrow && observations !== undefined && (
        <span className={styles.count}>
          {criticalValue === undefined
            ? t('panels.distribution.n', 'n = {{n}}', { n: formatCount(observations) })
            : t('panels.distribution.noise-and-n', 'noise up to {{noise}} · n = {{n}}', {
                noise: formatDecimal(criticalValue, 3),
                n: formatCount(observations),
              })}
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
  value: css({ color: theme.colors.text.secondary }),
  count: css({
    marginLeft: 'auto',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
