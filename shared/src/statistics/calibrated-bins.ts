import { isotonicShares } from './isotonic-shares.ts';
import { binLabels, scoreRank } from '../profile/bins.ts';
import type { ScoreBins } from '../profile/schema.ts';

/** One bin of a score, with how often its class was right there. */
export interface CalibratedBin {
  readonly label: string;
  readonly rank: string;
  /** Whether the class is predicted for scores of this bin. */
  readonly isPredicted: boolean;
  /** Share of the held-out rows that are of the class, which never falls from one bin to the next. */
  readonly positive: number;
  /** Held-out rows. */
  readonly rows: number;
}

/** Bins of a score from low to high; none without a calibration. */
export function calibratedBins({ edges, threshold, calibration }: ScoreBins): CalibratedBin[] {
  if (calibration === undefined) return [];
  const shares = isotonicShares(calibration.positives, calibration.rows);
  return binLabels(edges).map((label, bin) => ({
    label,
    rank: scoreRank(bin),
    isPredicted: (edges[bin - 1] ?? -Infinity) >= threshold,
    positive: shares[bin] as number,
    rows: calibration.rows[bin] as number,
  }));
}
