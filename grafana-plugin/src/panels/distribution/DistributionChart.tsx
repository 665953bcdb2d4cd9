import { css } from '@emotion/css';
import { useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Bin, Distribution } from './distributions.ts';

const MARGIN = { top: 18, right: 8, left: 40 };
const LABEL_HEIGHT = { flat: 22, slanted: 74 };
const MOST_LABEL_LETTERS = 16;

interface DistributionChartProps {
  readonly distribution: Distribution;
  readonly width: number;
  readonly height: number;
  readonly showParts: boolean;
}

/** Pairs of bars per bin, reference beside live; what a bin adds to the PSI stands above the pair. */
export function DistributionChart({ distribution, width, height, showParts }: DistributionChartProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [hovered, setHovered] = useState<Bin>();
  const { bins } = distribution;
  const plotWidth = Math.max(width - MARGIN.left - MARGIN.right, 10);
  const step = plotWidth / bins.length;
  const longest = Math.max(...bins.map((bin) => shortened(bin.label).length));
  const slanted = longest * 6.5 > step - 4;
  const plotHeight = Math.max(height - MARGIN.top - (slanted ? LABEL_HEIGHT.slanted : LABEL_HEIGHT.flat), 10);
  const top = niceTop(Math.max(...bins.map((bin) => Math.max(bin.reference, bin.live)), 0.01));
  const y = (share: number): number => MARGIN.top + plotHeight * (1 - share / top);
  const bar = Math.max(Math.min(step * 0.38, 36), 1);
  const largest = Math.max(...bins.map((bin) => bin.part ?? 0));
  // With many bins only every so-many-th label and only telling parts have room.
  const labelEvery = Math.ceil((slanted ? 13 : 1) / step);
  return (
    <div className={styles.box} style={{ width, height }}>
      <svg width={width} height={height} role="img" aria-label={`Distribution of ${distribution.name}`}>
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <g key={part}>
            <line
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(part * top)}
              y2={y(part * top)}
              className={styles.grid}
            />
            <text x={MARGIN.left - 6} y={y(part * top) + 4} textAnchor="end" className={styles.tick}>
              {percent(part * top)}
            </text>
          </g>
        ))}
        {bins.map((bin, i) => {
          const center = MARGIN.left + step * (i + 0.5);
          const part = bin.part ?? 0;
          const telling = showParts && step >= 26 && part >= 0.001;
          return (
            <g
              key={bin.label}
              onMouseEnter={() => setHovered(bin)}
              onMouseLeave={() => setHovered(undefined)}
              data-bin={bin.label}
            >
              <rect
                x={center - step / 2}
                y={MARGIN.top}
                width={step}
                height={plotHeight}
                fill={hovered === bin ? theme.colors.action.hover : 'transparent'}
              />
              <rect
                x={center - bar}
                y={y(bin.reference)}
                width={bar - 0.5}
                height={y(0) - y(bin.reference)}
                fill={referenceColor(theme)}
              />
              <rect
                x={center + 0.5}
                y={y(bin.live)}
                width={bar - 0.5}
                height={y(0) - y(bin.live)}
                fill={liveColor(theme)}
              />
              {telling && (
                <text
                  x={center}
                  y={y(Math.max(bin.reference, bin.live)) - 5}
                  textAnchor="middle"
                  className={part === largest ? styles.largestPart : styles.part}
                >
                  {part.toFixed(3)}
                </text>
              )}
              {i % labelEvery === 0 && (
                <text
                  className={styles.tick}
                  textAnchor={slanted ? 'end' : 'middle'}
                  transform={`translate(${center + (slanted ? 4 : 0)}, ${MARGIN.top + plotHeight + 15})${slanted ? ' rotate(-40)' : ''}`}
                >
                  <title>{bin.label}</title>
                  {shortened(bin.label)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {hovered !== undefined && (
        <div className={styles.tooltip} role="tooltip">
          <strong>{hovered.label}</strong>
          <span>reference {percent(hovered.reference)}</span>
          <span>live {percent(hovered.live)}</span>
          {hovered.part !== undefined && <span>adds {hovered.part.toFixed(4)} to the PSI</span>}
        </div>
      )}
    </div>
  );
}

export const referenceColor = (theme: GrafanaTheme2): string => theme.visualization.getColorByName('#8e9bb5');
export const liveColor = (theme: GrafanaTheme2): string => theme.visualization.getColorByName('orange');

function shortened(label: string): string {
  return label.length > MOST_LABEL_LETTERS ? `${label.slice(0, MOST_LABEL_LETTERS - 1)}…` : label;
}

function percent(share: number): string {
  const value = share * 100;
  return `${value.toFixed(value > 0 && value < 10 && !Number.isInteger(value) ? 1 : 0)} %`;
}

/** The next round share above the highest bar. */
function niceTop(highest: number): number {
  const steps = [0.02, 0.04, 0.1, 0.2, 0.4, 0.6, 0.8, 1];
  return steps.find((step) => step >= highest * 1.05) ?? 1.04;
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ position: 'relative' }),
  grid: css({ stroke: theme.colors.border.weak, strokeWidth: 1, shapeRendering: 'crispEdges' }),
  tick: css({ fill: theme.colors.text.secondary, fontSize: 11 }),
  part: css({ fill: theme.colors.text.secondary, fontSize: 10.5 }),
  largestPart: css({
    fill: theme.colors.text.maxContrast,
    fontSize: 11,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  tooltip: css({
    position: 'absolute',
    top: 0,
    right: 0,
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
