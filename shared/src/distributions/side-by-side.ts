import type { OrderOfBins, SideBySide } from '../query/side-by-side.ts';
import type { Column } from '../statistics/columns.ts';
import { addedTo, haveSameBins, type BinnedSeries, type Bins } from './binned-series.ts';

/** The distributions of either side, each with its counterpart: first those that are live, in the order of the store. */
export function sideBySide(
  live: ReadonlyMap<string, BinnedSeries>,
  reference: ReadonlyMap<string, BinnedSeries>,
  ordered?: OrderOfBins,
): SideBySide[] {
  const keys = new Set([...live.keys(), ...reference.keys()]);
  return [...keys].map((key) => pairOf(live.get(key), reference.get(key), ordered));
}

const NO_BINS: Bins = new Map();

function pairOf(
  live: BinnedSeries | undefined,
  reference: BinnedSeries | undefined,
  ordered?: OrderOfBins,
): SideBySide {
  const liveBins = live?.bins ?? NO_BINS;
  const referenceBins = reference?.bins ?? NO_BINS;
  const found = [...new Set([...liveBins.keys(), ...referenceBins.keys()])];
  const bins = ordered?.(found) ?? found;
  const times = Math.max(0, ...[...liveBins.values(), ...referenceBins.values()].map(({ length }) => length));
  const profiles = [...(live?.profiles ?? []), ...(reference?.profiles ?? [])];
  const counts = columnOf(bins, liveBins, times);
  const expected = columnOf(bins, referenceBins, times);
  return {
    labels: (live ?? reference)?.labels ?? {},
    bins,
    live: counts,
    reference: expected,
    liveTotal: totalOf(counts, times),
    referenceTotal: totalOf(expected, times),
    used: totalOf(
      expected.map((value) => (value > 0 ? 1 : 0)),
      times,
    ),
    hasSameBins: (index) => haveSameBins(profiles, index),
  };
}

function columnOf(bins: readonly string[], values: Bins, times: number): Column {
  const column = new Float64Array(bins.length * times).fill(NaN);
  for (const [i, bin] of bins.entries()) column.set(values.get(bin) ?? [], i * times);
  return column;
}

/** Sums over the bins that have a value. */
function totalOf(column: Column, times: number): Column {
  const total = new Float64Array(times).fill(NaN);
  for (const [i, value] of column.entries()) total[i % times] = addedTo(total[i % times] as number, value);
  return total;
}
