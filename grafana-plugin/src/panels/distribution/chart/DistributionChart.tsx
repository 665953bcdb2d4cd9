import { css } from '@emotion/css';
import { useId, useRef } from 'react';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { linksOf, linksSentence } from '../../common/data-links.ts';
import { useCursor } from '../../common/use-cursor.ts';
import { ValueTooltip } from '../../common/ValueTooltip.tsx';
import type { Distribution } from '../distributions.ts';
import { barsOf } from './bar-values.ts';
import { BinAxis } from './BinAxis.tsx';
import { BinBars } from './BinBars.tsx';
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

/**
 * Bars per bin, one for each side, with what each bin contributes to the PSI above. Arrow keys go from bin to bin, and
 * Enter to its data links.
 */
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
  const svg = useRef<SVGSVGElement>(null);
  const status = useId();
  const { name, bins } = distribution;
  const shown = distribution.sides
    .map((side, i) => ({ side, color: colors[i] ?? theme.colors.text.primary }))
    .filter(({ side }) => !side.isHidden);
  const sides = shown.map(({ side }) => side);
  const bars = barsOf(distribution, sides, show);
  const layout = chartLayout(bars, width, height);
  const { cursor, links, point, leave, handlers } = useCursor({
    rows: 1,
    columns: bins.length,
    placeOf: (_, column) => {
      const box = svg.current?.getBoundingClientRect();
      const { x, top } = layout;
      return box && { x: box.left + (x(bins[column]?.label ?? '') ?? 0) + x.bandwidth() / 2, y: box.top + top };
    },
    linksOf: (_, column) =>
      sides.flatMap(({ field, labels }) => linksOf([field], labels.indexOf(bins[column]?.label ?? ''))),
  });
  const active = cursor && bins[cursor.column];
  const rows =
    active === undefined
      ? []
      : binRows(
          active,
          sides,
          shown.map(({ color }) => color),
        );

  return (
    <div
      className={styles.chart}
      style={{ width, height }}
      role="application"
      aria-label={t('panels.distribution.aria-chart', 'Distribution of {{- name}}', { name })}
      aria-describedby={status}
      {...handlers}
    >
      <svg ref={svg} width={width} height={height} aria-hidden>
        <ShareAxis layout={layout} show={show} />
        {bars.map((each, i) => (
          <BinBars
            key={each.bin.label}
            bars={each}
            colors={shown.map(({ color }) => color)}
            layout={layout}
            isActive={each.bin === active}
            contribution={showContributions ? shownContribution(each.bin, bins, layout.x.step()) : 'hidden'}
            onPoint={(event) => point(0, i, event)}
            onLeave={leave}
          />
        ))}
        <BinAxis bins={bins} layout={layout} />
      </svg>
      <span id={status} className={styles.unseen} aria-live="polite">
        {active === undefined
          ? mostMoved(distribution)
          : [`${active.text}: ${rows.map(({ name: of, value }) => `${of} ${value}`).join(', ')}`, linksSentence(links)]
              .filter(Boolean)
              .join('. ')}
      </span>
      {cursor !== undefined && active !== undefined && (hasTooltip || cursor.isPinned) && (
        <ValueTooltip title={active.text} rows={rows} links={links} cursor={cursor} />
      )}
    </div>
  );
}

const binCount = (count: number): string =>
  t('panels.distribution.bins', '', { count, defaultValue_one: '{{count}} bin', defaultValue_other: '{{count}} bins' });

/** What people who do not see the bars want to know first. */
function mostMoved({ bins, sides }: Distribution): string {
  const [first] = sides;
  const last = sides[sides.length - 1];
  if (first === undefined || last === undefined || first === last) return binCount(bins.length);
  const change = ({ label }: { label: string }): number =>
    Math.abs((last.shares.get(label) ?? 0) - (first.shares.get(label) ?? 0));
  const moved = [...bins].sort((a, b) => change(b) - change(a))[0];
  if (moved === undefined) return '';
  const rows = binRows(moved, [first, last], []).filter(({ name }) => name === first.name || name === last.name);
  const values = rows.map(({ name, value }) => `${name} ${value}`).join(', ');
  return t('panels.distribution.most-moved', '{{- bins}}. Most moved: {{- bin}}: {{- values}}', {
    bins: binCount(bins.length),
    bin: moved.text,
    values,
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  chart: css({ position: 'relative' }),
  unseen: css({
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    color: theme.colors.text.primary,
  }),
});
