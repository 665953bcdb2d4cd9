import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from 'd3-scale';
import type { Bars } from './bar-values.ts';
import { shortened } from './bin-label.ts';

const MARGIN = { top: 18, right: 8, left: 40 };
const LETTER_WIDTH = 6.5;
/** Distance from the plot to the middle of a label's first letter. */
export const LABEL_DISTANCE = 15;
/** Degrees by which labels slant. */
export const LABEL_SLANT = 40;
/** Height of a plot below which slanted labels would take its place. */
const LEAST_PLOT_HEIGHT = 60;
/** Distance of two gridlines. */
const GRID_STEP = 40;
const WIDEST_BAR = 36;

type BinLabels = 'none' | 'flat' | 'slanted';

/** Where everything in the chart goes, in pixels. */
export interface ChartLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** A bin's place from its label. */
  readonly x: ScaleBand<string>;
  /** Height of a share. */
  readonly y: ScaleLinear<number, number>;
  /** Shares that have a gridline. */
  readonly ticks: readonly number[];
  readonly bar: number;
  readonly labels: BinLabels;
  /** Every so-many-th bin has a label. */
  readonly labelEvery: number;
}

export function chartLayout(bars: readonly Bars[], width: number, height: number): ChartLayout {
  const left = MARGIN.left;
  const bins = bars.map(({ bin }) => bin);
  const sides = Math.max(...bars.map(({ values }) => values.length), 1);
  const right = Math.max(width - MARGIN.right, left + 10);
  const x = scaleBand(
    bins.map(({ label }) => label),
    [left, right],
  );
  const step = x.step();
  const top = MARGIN.top;
  const { labels, labelHeight } = labelsOf(bins, step, height - top);
  const bottom = Math.max(height - labelHeight, top + 10);
  const tickCount = Math.max(Math.floor((bottom - top) / GRID_STEP), 1);
  const highest = Math.max(...bars.flatMap(({ values }) => values), 0.01);
  const y = scaleLinear([0, highest], [bottom, top]).nice(tickCount);
  return {
    left,
    right,
    top,
    bottom,
    x,
    y,
    ticks: y.ticks(tickCount),
    bar: Math.max(Math.min((step * 0.76) / sides, WIDEST_BAR), 1),
    labels,
    labelEvery: labels === 'slanted' ? Math.ceil(13 / step) : 1,
  };
}

function labelsOf(
  bins: readonly { readonly text: string }[],
  step: number,
  height: number,
): { readonly labels: BinLabels; readonly labelHeight: number } {
  const longest = Math.max(...bins.map(({ text }) => shortened(text).length)) * LETTER_WIDTH;
  if (longest <= step - 4) return { labels: 'flat', labelHeight: 22 };
  const slanted = LABEL_DISTANCE + longest * Math.sin((LABEL_SLANT / 180) * Math.PI) + 4;
  if (height - slanted < LEAST_PLOT_HEIGHT) return { labels: 'none', labelHeight: 6 };
  return { labels: 'slanted', labelHeight: slanted };
}
