import { FEATURE_PROBLEMS, type FeatureProblem } from '@driftline/shared';

/** Index of each problem in {@link ProblemCounts}. */
export const PROBLEM = Object.fromEntries(FEATURE_PROBLEMS.map((problem, i) => [problem, i])) as Record<
  FeatureProblem,
  number
>;

/** Observations of one feature by what was wrong with them; one count per {@link FEATURE_PROBLEMS}. */
export type ProblemCounts = Float64Array;

export function problemCounts(): ProblemCounts {
  return new Float64Array(FEATURE_PROBLEMS.length);
}

/** Counts a value that cannot fall into any bin: `missing` for null, undefined and NaN, else `invalid`. */
export function countUnusable(problems: ProblemCounts, value: unknown): void {
  const missing = value === null || value === undefined || Number.isNaN(value);
  const kind = missing ? PROBLEM.missing : PROBLEM.invalid;
  problems[kind] = (problems[kind] as number) + 1;
}
