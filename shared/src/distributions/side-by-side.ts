import type { CountsOfBothSides, OrderOfBins, SideBySide } from '../query/side-by-side.ts';
import { haveSameBins, type BinnedSeries, type Bins } from './binned-series.ts';

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
const NO_VALUES: ArrayLike<number> = [];

function pairOf(
  live: BinnedSeries | undefined,
  reference: BinnedSeries | undefined,
  ordered?: OrderOfBins,
): SideBySide {
  const liveBins = live?.bins ?? NO_BINS;
  const referenceBins = reference?.bins ?? NO_BINS;
  const found = [...new Set([...liveBins.keys(), ...referenceBins.keys()])];
  const bins = ordered?.(found) ?? found;
  const liveValues = bins.map((bin) => liveBins.get(bin) ?? NO_VALUES);
  const referenceValues = bins.map((bin) => referenceBins.get(bin) ?? NO_VALUES);
  const profiles = [...(live?.profiles ?? []), ...(reference?.profiles ?? [])];
  return {
    labels: (live ?? reference)?.labels ?? {},
    bins,
    at: (index) => ({
      ...countsAt(bins, liveValues, referenceValues, index),
      // Few ask for it.
      get hasSameBins() {
        return haveSameBins(profiles, index);
      },
    }),
  };
}

/** One plain loop: it runs for every feature and every time, and engines that interpret feel every call in it. */
function countsAt(
  labels: readonly string[],
  liveValues: readonly ArrayLike<number>[],
  referenceValues: readonly ArrayLike<number>[],
  index: number,
): Omit<CountsOfBothSides, 'hasSameBins'> {
  const bins: string[] = [];
  const live: number[] = [];
  const reference: number[] = [];
  let liveTotal = 0;
  let referenceTotal = 0;
  let hasLive = false;
  let hasReference = false;
  let used = 0;
  for (let i = 0; i < labels.length; i++) {
    const ofLive = liveValues[i]?.[index] ?? NaN;
    const ofReference = referenceValues[i]?.[index] ?? NaN;
    // NaN alone is not equal to itself.
    const isLive = ofLive === ofLive;
    const isReference = ofReference === ofReference;
    if (!isLive && !isReference) continue;
    bins.push(labels[i] as string);
    live.push(isLive ? ofLive : 0);
    reference.push(isReference ? ofReference : 0);
    if (isLive) liveTotal += ofLive;
    if (isReference) referenceTotal += ofReference;
    hasLive ||= isLive;
    hasReference ||= isReference;
    if (ofReference > 0) used++;
  }
  return { bins, live, reference, liveTotal, referenceTotal, hasLive, hasReference, used };
}
