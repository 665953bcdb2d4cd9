import { criticalDropOf, DEFAULT_SIGNIFICANCE, wilsonInterval } from '@driftline/shared';
import type { Change, ComparedFeature, ComparedPrediction, ProfileComparison } from './compare-profiles.ts';
import type { ComparisonLimits } from './comparison-limits.ts';
import { change, points } from './change-text.ts';

/**
 * What is beyond a limit and more than sampling noise, or cannot be compared; a sentence each.
 *
 * @returns none when a deployment need not wait
 */
export function beyondLimits(comparison: ProfileComparison, limits: ComparisonLimits): string[] {
  const { features, predictions, removed, performance, before, after } = comparison;
  return [
    ...removed.map((name) => `${name} is no feature of the later profile.`),
    ...[...features, ...predictions].flatMap((each) => driftBeyond(each, limits)),
    ...features.flatMap(({ name, missing, invalid }) =>
      (['missing', 'invalid'] as const).flatMap((problem) => {
        const share = { missing, invalid }[problem];
        if (!isShareBeyond(share, after.rows, features.length, limits)) return [];
        return [`${name}: the share of ${problem} values rises from ${change(share)}.`];
      }),
    ),
    ...accuracyBeyond(performance['accuracy'], before.rows, after.rows, limits),
    ...['mae', 'rmse'].flatMap((measure) => errorBeyond(measure, performance[measure], limits)),
  ];
}

function driftBeyond(compared: ComparedFeature | ComparedPrediction, { psi: limit }: ComparisonLimits): string[] {
  const { name, psi } = compared;
  if (psi === null) return [`${name} cannot be compared: it ${compared.reason}.`];
  if (psi <= limit || psi <= compared.noise) return [];
  return [`${name}: PSI is ${points(psi)}, beyond ${limit}.`];
}

/** A share r of the earlier rows may rise to r + limit (1 − r), as in the alerts: only what had a value can lose it. */
function isShareBeyond(
  { before, after }: Change,
  rows: number,
  together: number,
  { missing: limit }: ComparisonLimits,
): boolean {
  const [lower] = wilsonInterval({ numerator: after * rows, denominator: rows }, DEFAULT_SIGNIFICANCE, together);
  return lower > before + limit * (1 - before);
}

function accuracyBeyond(
  accuracy: Change | undefined,
  rowsBefore: number,
  rowsAfter: number,
  { accuracyDrop: limit }: ComparisonLimits,
): string[] {
  if (accuracy === undefined) return [];
  const drop = accuracy.before - accuracy.after;
  const noise = criticalDropOf(accuracy.before, rowsAfter, rowsBefore, DEFAULT_SIGNIFICANCE);
  // What rounding leaves of a drop that is the limit is not beyond it.
  if (drop <= limit + Number.EPSILON || drop <= noise) return [];
  return [`The accuracy falls from ${points(accuracy.before)} to ${points(accuracy.after)}, by more than ${limit}.`];
}

function errorBeyond(measure: string, error: Change | undefined, { errorRise: limit }: ComparisonLimits): string[] {
  if (error === undefined || error.after <= error.before * (1 + limit)) return [];
  const name = measure.toUpperCase();
  return [`${name} rises from ${points(error.before)} to ${points(error.after)}, by more than ${limit * 100} %.`];
}
