import { css } from '@emotion/css';
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, useTheme2, VizTooltipContainer } from '@grafana/ui';
import { smallBars } from './small-bars.ts';

interface MapTooltipProps {
  readonly name: string;
  readonly time: string;
  readonly text: string;
  /** Those of the panel: one of them may hold the distribution of the series. */
  readonly frames: readonly DataFrame[];
  readonly position: { readonly x: number; readonly y: number };
}

const DISTANCE = { x: 12, y: 12 };
const HEIGHT = 56;
const BAR = 7;

/** The value of a cell; and both sides of its distribution at the end of the time range, if a query gives them. */
export function MapTooltip({ name, time, text, frames, position }: MapTooltipProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const bars = smallBars(frames, name);
  return (
    <Portal>
      <VizTooltipContainer position={position} offset={DISTANCE} allowPointerEvents={false}>
        <div className={styles.tooltip} role="tooltip">
          <strong>{name}</strong>
          <span>{text}</span>
          <span className={styles.time}>{time}</span>
          {bars !== undefined && (
            <>
              <svg width={bars.length * (2 * BAR + 4)} height={HEIGHT} aria-hidden>
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
              <span className={styles.time}>Baseline and live at the end of the time range</span>
            </>
          )}
        </div>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tooltip: css({
    display: 'flex',
    flexDirection: 'column',
    padding: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  time: css({ color: theme.colors.text.secondary }),
});
