import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Bin } from '../distributions.ts';
import type { PointerPosition } from './BinTooltip.tsx';
import type { ChartLayout } from './chart-layout.ts';
import { liveColor, referenceColor } from './colors.ts';
import type { ShownContribution } from './shown-contribution.ts';

/** Where the pointer is, and the label of the bin under it. */
export interface PointerOnBin extends PointerPosition {
  readonly label: string;
}

interface BinBarsProps {
  readonly bin: Bin;
  readonly layout: ChartLayout;
  readonly hovered: boolean;
  /** How the contribution stands above the bars. */
  readonly contribution: ShownContribution;
  /** Told where the pointer is on this bin, and undefined when it leaves. */
  readonly onPointer: (pointer: PointerOnBin | undefined) => void;
}

/** The two bars of a bin, reference beside live. */
export function BinBars({ bin, layout, hovered, contribution, onPointer }: BinBarsProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const { x, y, top, bottom, bar } = layout;
  const left = x(bin.label) ?? 0;
  const center = left + x.bandwidth() / 2;
  return (
    <g
      onMouseMove={({ clientX: x, clientY: y }) => onPointer({ label: bin.label, x, y })}
      onMouseLeave={() => onPointer(undefined)}
      data-bin={bin.label}
    >
      <rect
        x={left}
        y={top}
        width={x.bandwidth()}
        height={bottom - top}
        fill={hovered ? theme.colors.action.hover : 'transparent'}
      />
      <rect
        x={center - bar}
        y={y(bin.reference)}
        width={bar - 0.5}
        height={bottom - y(bin.reference)}
        fill={referenceColor(theme)}
      />
      <rect x={center + 0.5} y={y(bin.live)} width={bar - 0.5} height={bottom - y(bin.live)} fill={liveColor(theme)} />
      {contribution !== 'hidden' && (
        <text
          x={center}
          y={y(Math.max(bin.reference, bin.live)) - 5}
          textAnchor="middle"
          className={cx(styles.contribution, contribution === 'largest' && styles.largest)}
        >
          {bin.contribution?.toFixed(3)}
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
