import type { SeriesHistory } from '@driftline/local-store';
/**
 * The history of three models as a store would hold it: `income` in two versions on two replicas, whose age drifts on
 * both soon after the second version came; `demand`, a regression without outcomes, which reported a week ago too; and
 * `fraud`, silent for three days.
 */
export declare function recordedModels(now: number): SeriesHistory[];
/** A regression with outcomes: two versions side by side, of which the second is off by more and too high. */
export declare function recordedRegression(now: number): SeriesHistory[];
//# sourceMappingURL=recorded-models.d.ts.map