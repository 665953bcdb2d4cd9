import { css, cx } from '@emotion/css';
import type { MouseEvent } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { formatDecimal } from '../../../common/format-decimal.ts';
import type { Bars } from './bar-values.ts';
import type { ChartLayout } from './chart-layout.ts';
import type { ShownContribution } from './shown-contribution.ts';

interface BinBarsProps {
  readonly bars: Bars;
  /** Of the bars. */
  readonly colors: readonly string[];
  readonly layout: ChartLayout;
  readonly isActive: boolean;
  /** How the contribution stands above the bars. */
  readonly contribution: ShownContribution;
  readonly onPoint: (event: MouseEvent) => void;
  readonly onLeave: () => void;
}

/** The bars of a bin, one for each side. */
export function BinBars({ bars, colors, layout, isActive, contribution, onPoint, onLeave }: BinBarsProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const { bin, values } = bars;
  const { x, y, top, bottom, bar } = layout;
  const left = x(bin.label) ?? 0;
  const center = left + x.bandwidth() / 2;
  const start = center - (bar * values.length) / 2;
  return (
    <g onMouseMove={onPoint} onMouseLeave={onLeave} data-bin={bin.label}>
      <rect
        x={left}
        y={top}
        width={x.bandwidth()}
        height={bottom - top}
        fill={isActive ? theme.colors.action.hover : 'transparent'}
      />
      {values.map((value, i) => (
        <rect
          key={i}
          x={start + i * bar}
          y={y(value)}
          width={Math.max(bar - 1, 0.5)}
          height={bottom - y(value)}
          fill={colors[i]}
        />
      ))}
      {contribution !== 'hidden' && (
        <text
          x={center}
          y={y(Math.max(...values, 0)) - 5}
          textAnchor="middle"
          className={cx(styles.contribution, contribution === 'largest' && styles.largest)}
        >
          {bin.contribution === undefined ? undefined : formatDecimal(bin.contribution, 3)}
        </text>
      )}
    </g>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  contribution: css({ fill: theme.colors.text.secondary, fontSize: 10.5 }),
  largest: css({
    fill: theme.colors.text.maxContrast,
    fontSize: 11,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
