import type { OutcomeCounts } from '../recorder/outcome-counts.ts';
import { percent } from '../values/percent.ts';

/** What was counted, for people. */
export function describeOutcomes({ matrix, total, errors, problems, classified, scores }: OutcomeCounts): string {
  const invalid = problems.invalid === 0 ? [] : [`${problems.invalid} without a usable label, not counted`];
  if (errors !== undefined) {
    const count = errors.counts().reduce((sum, each) => sum + each, 0);
    const error = count === 0 ? [] : [`mean absolute error ${Number((errors.sum / count).toPrecision(6))}`];
    return [`${count} counted`, ...error, ...invalid].join(', ');
  }
  const right = (matrix?.cells ?? []).reduce(
    (sum, [predicted, actual], i) => sum + (predicted === actual ? (total[i] ?? 0) : 0),
    0,
  );
  const unknown =
    problems.unknown_class === 0
      ? []
      : [`${problems.unknown_class} of a class that the profile does not have, counted as wrong`];
  const bad = problems.unscored + problems.invalid_score;
  const unscored =
    scores.length === 0 || bad === 0 ? [] : [`${bad} without a probability as score, which AUC and calibration lack`];
  const share = classified === 0 ? '' : ` (${percent(right / classified)})`;
  return [`${classified} counted`, `${right} right${share}`, ...unknown, ...unscored, ...invalid].join(', ');
}
