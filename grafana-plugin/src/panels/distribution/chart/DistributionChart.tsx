import { css } from '@emotion/css';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { GrafanaTheme2 } from '@grafana/data';
import type { Distribution } from '../distributions.ts';
import { barsOf } from './bar-values.ts';
import { BinAxis } from './BinAxis.tsx';
import { BinBars, type PointerOnBin } from './BinBars.tsx';
import { BinTooltip } from './BinTooltip.tsx';
import { binRows } from './bin-rows.ts';
import { chartLayout } from './chart-layout.ts';
import { shownContribution } from './shown-contribution.ts';
import { ShareAxis } from './ShareAxis.tsx';

interface DistributionChartProps {
  readonly distribution: Distribution;
  /** Of its sides. */
  readonly colors: readonly string[];
  readonly show: 'share' | 'count';
  readonly width: number;
  readonly height: number;
  readonly showContributions: boolean;
  readonly hasTooltip: boolean;
}

/** Bars per bin, one for each side, with what each bin contributes to the PSI above. Arrow keys go from bin to bin. */
export function DistributionChart({
  distribution,
  colors,
  show,
  width,
  height,
  showContributions,
  hasTooltip,
}: DistributionChartProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const [pointer, setPointer] = useState<PointerOnBin>();
  const svg = useRef<SVGSVGElement>(null);
  const status = useId();
  const { name, bins } = distribution;
  const shown = distribution.sides
    .map((side, i) => ({ side, color: colors[i] ?? theme.colors.text.primary }))
    .filter(({ side }) => !side.isHidden);
  const sides = shown.map(({ side }) => side);
  const bars = barsOf(distribution, sides, show);
  const layout = chartLayout(bars, width, height);
  const active = bins.find(({ label }) => label === pointer?.label);
  const rows =
    active === undefined
      ? []
      : binRows(
          active,
          sides,
          shown.map(({ color }) => color),
        );

  /** Points to a bin as the pointer would. */
  const pointTo = (index: number): void => {
    const bin = bins[Math.min(Math.max(index, 0), bins.length - 1)];
    const box = svg.current?.getBoundingClientRect();
    if (bin === undefined || box === undefined) return;
    const x = box.left + (layout.x(bin.label) ?? 0) + layout.x.bandwidth() / 2;
    setPointer({ label: bin.label, x, y: box.top + layout.top });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = bins.findIndex((bin) => bin === active);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => pointTo(at + 1),
      ArrowLeft: () => pointTo(at < 0 ? bins.length - 1 : at - 1),
      Home: () => pointTo(0),
      End: () => pointTo(bins.length - 1),
      Escape: () => setPointer(undefined),
      Enter: () => openLink(distribution, at),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  return (
    <div style={{ width, height }}>
      <svg
        ref={svg}
        width={width}
        height={height}
        role="img"
        aria-label={`Distribution of ${name}`}
        aria-describedby={status}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setPointer(undefined)}
      >
        <ShareAxis layout={layout} show={show} />
        {bars.map((each, i) => (
          <BinBars
            key={each.bin.label}
            bars={each}
            colors={shown.map(({ color }) => color)}
            layout={layout}
            isActive={each.bin === active}
            contribution={showContributions ? shownContribution(each.bin, bins, layout.x.step()) : 'hidden'}
            onPointer={setPointer}
            onOpen={() => openLink(distribution, i)}
          />
        ))}
        <BinAxis bins={bins} layout={layout} />
      </svg>
      <span id={status} className={styles.unseen} aria-live="polite">
        {active === undefined
          ? mostMoved(distribution)
          : `${active.label}: ${rows.map(({ name: of, value }) => `${of} ${value}`).join(', ')}`}
      </span>
      {hasTooltip && pointer !== undefined && active !== undefined && (
        <BinTooltip label={active.label} rows={rows} position={pointer} />
      )}
    </div>
  );
}

/** What people who do not see the bars want to know first. */
function mostMoved({ bins, sides }: Distribution): string {
  const [first] = sides;
  const last = sides[sides.length - 1];
  if (first === undefined || last === undefined || first === last) return `${bins.length} bins`;
  const change = ({ label }: { label: string }): number =>
    Math.abs((last.shares.get(label) ?? 0) - (first.shares.get(label) ?? 0));
  const moved = [...bins].sort((a, b) => change(b) - change(a))[0];
  if (moved === undefined) return '';
  const rows = binRows(moved, [first, last], []).filter(({ name }) => name === first.name || name === last.name);
  const values = rows.map(({ name, value }) => `${name} ${value}`).join(', ');
  return `${bins.length} bins. Most moved: ${moved.label}: ${values}`;
}

/** Follows the first data link of a bin, if the panel has any. */
function openLink({ sides }: Distribution, index: number): void {
  const field = sides[sides.length - 1]?.field;
  const [link] = (index < 0 ? undefined : field?.getLinks?.({ valueRowIndex: index })) ?? [];
  if (link === undefined) return;
  if (link.onClick !== undefined) link.onClick(undefined);
  else window.open(link.href, link.target ?? '_self');
}

const getStyles = (theme: GrafanaTheme2) => ({
  unseen: css({
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    color: theme.colors.text.primary,
  }),
});
