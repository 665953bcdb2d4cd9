import { Trans } from '@grafana/i18n';
import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2, LinkModel } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Cursor } from '../common/use-cursor.ts';
import { ValueTooltip, type ValueRow } from '../common/ValueTooltip.tsx';
import { smallBars } from './small-bars.ts';

interface MapTooltipProps {
  readonly name: string;
  readonly rows: readonly ValueRow[];
  readonly links: readonly LinkModel[];
  /** Those of the panel: one of them may hold the distribution of the series. */
  readonly frames: readonly DataFrame[];
  readonly cursor: Cursor;
}

const HEIGHT = 56;
const BAR = 7;

/** The value of a cell; and both sides of its distribution at the end of the time range, if a query gives them. */
export function MapTooltip({ name, rows, links, frames, cursor }: MapTooltipProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const bars = smallBars(frames, name);
  return (
    <ValueTooltip title={name} rows={rows} links={links} cursor={cursor}>
      {bars !== undefined && (
        <>
          <svg className={styles.bars} width={bars.length * (2 * BAR + 4)} height={HEIGHT} aria-hidden>
            {bars.map(({ baseline, live }, i) => (
              <g key={i} transform={`translate(${i * (2 * BAR + 4)}, 0)`}>
                <rect y={HEIGHT * (1 - baseline)} width={BAR} height={HEIGHT * baseline} fill="#8e9bb5" />
                <rect
                  x={BAR}
                  y={HEIGHT * (1 - live)}
                  width={BAR}
                  height={HEIGHT * live}
                  fill={theme.visualization.getColorByName('orange')}
                />
              </g>
            ))}
          </svg>
          <span className={styles.note}>
            <Trans i18nKey="panels.map-tooltip.baseline-range">Baseline and live at the end of the time range</Trans>
          </span>
        </>
      )}
    </ValueTooltip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bars: css({ marginTop: theme.spacing(0.5) }),
  note: css({ color: theme.colors.text.secondary }),
});
