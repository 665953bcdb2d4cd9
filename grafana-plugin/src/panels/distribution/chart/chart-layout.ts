import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from 'd3-scale';
import type { Bin } from '../distributions.ts';
import { shortened } from './bin-label.ts';

const MARGIN = { top: 18, right: 8, left: 40 };
const LABEL_HEIGHT = { none: 6, flat: 22, slanted: 74 };
const LETTER_WIDTH = 6.5;
/** Height of a plot below which slanted labels would take its place. */
const LEAST_PLOT_HEIGHT = 60;
/** Distance of two gridlines. */
const GRID_STEP = 40;
const WIDEST_BAR = 36;

export type BinLabels = 'none' | 'flat' | 'slanted';

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

export function chartLayout(bins: readonly Bin[], width: number, height: number): ChartLayout {
  const left = MARGIN.left;
  const right = Math.max(width - MARGIN.right, left + 10);
  const x = scaleBand(
    bins.map(({ label }) => label),
    [left, right],
  );
  const step = x.step();
  const labels = labelsOf(bins, step, height);
  const top = MARGIN.top;
  const bottom = Math.max(height - LABEL_HEIGHT[labels], top + 10);
  const tickCount = Math.max(Math.floor((bottom - top) / GRID_STEP), 1);
  const highest = Math.max(...bins.flatMap(({ reference, live }) => [reference, live]), 0.01);
  const y = scaleLinear([0, highest], [bottom, top]).nice(tickCount);
  return {
    left,
    right,
    top,
    bottom,
    x,
    y,
    ticks: y.ticks(tickCount),
    bar: Math.max(Math.min(step * 0.38, WIDEST_BAR), 1),
    labels,
    labelEvery: labels === 'slanted' ? Math.ceil(13 / step) : 1,
  };
}

function labelsOf(bins: readonly Bin[], step: number, height: number): BinLabels {
  const longest = Math.max(...bins.map(({ label }) => shortened(label).length));
  if (longest * LETTER_WIDTH <= step - 4) return 'flat';
  return height - MARGIN.top - LABEL_HEIGHT.slanted >= LEAST_PLOT_HEIGHT ? 'slanted' : 'none';
}
