import { distributionOf } from '../distributions/distribution-of.ts';
import { comparedBins, comparedDistributions, type ComparedBins, type ComparedDistribution } from './compared-bins.ts';
import type { Counts, Subject } from './counts.ts';

/** One bin on both sides of a comparison. */
export interface SingleBin extends Pick<ComparedBins, 'observations' | 'referenceObservations' | 'used'> {
  /** Observations of the bin in the window. */
  readonly live: number;
  /** Observations or share of the bin in the baseline, of `referenceTotal` in all bins; NaN without a baseline. */
  readonly reference: number;
  readonly referenceTotal: number;
}

/** The bins of {@link comparedBins}, each a subject of its own. */
export const singleBins: Counts<SingleBin> = {
  selections: comparedBins.selections,
  read: (query, selected) => {
    const { bin } = distributionOf(query);
    return comparedDistributions(query, selected).flatMap((whole) => binsOf(whole, bin));
  },
};

function binsOf(whole: ComparedDistribution, label: string): Subject<SingleBin>[] {
  // Every bin asks for the same times, one after the other.
  const known = new Map<number, ComparedBins | undefined>();
  const at = (index: number): ComparedBins | undefined => {
    if (!known.has(index)) known.set(index, whole.at(index));
    return known.get(index);
  };
  return whole.bins.map((bin) => ({
    labels: { ...whole.labels, [label]: bin },
    at: (index) => {
      const counts = at(index);
      if (counts === undefined) return undefined;
      const { bins, live, reference, referenceTotal, observations, referenceObservations, used } = counts;
      const i = bins.indexOf(bin);
      if (i < 0) return undefined;
      return {
        live: live[i] as number,
        reference: reference?.[i] ?? NaN,
        referenceTotal,
        observations,
        referenceObservations,
        used,
      };
    },
  }));
}
