import { ATTRIBUTES, FEATURE_PROBLEMS, type FeatureProblem } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { groupedBy, singleBy } from '../distributions/grouped-series.ts';
import {
  featureObservations,
  featureProblems,
  missingInTraining,
  problemsInTraining,
} from '../promql/feature-values.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { Series } from '../query/answers.ts';
import type { ProblemCounts, ValueCounts } from '../statistics/problem-share.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';

const PER_FEATURE = dimensionLabels(METRICS.featureProblems);
const PROBLEM = labelOf(ATTRIBUTES.featureProblem);

/** The values of each feature: how many were valid, how many had which problem, and how it was in training. */
export const featureProblemCounts: Counts<ProblemCounts> = {
  selections: (query) => ({
    observations: featureObservations(query),
    problems: featureProblems(query, FEATURE_PROBLEMS, [PROBLEM]),
    'missing in training': missingInTraining(query),
    'problems in training': problemsInTraining(query),
  }),
  read: (_query, selected) => {
    const observations = singleBy(seriesOf(selected, 'observations'), PER_FEATURE);
    const problems = groupedBy(seriesOf(selected, 'problems'), PER_FEATURE);
    const missing = singleBy(seriesOf(selected, 'missing in training'), PER_FEATURE);
    const trained = groupedBy(seriesOf(selected, 'problems in training'), PER_FEATURE);
    return [...problems.values()].map(({ key, labels, series }) => {
      const of = FEATURE_PROBLEMS.map((problem) => [problem, seriesOfProblem(series, problem)] as const);
      const ofTraining = trained.get(key)?.series ?? [];
      const sharesAt = (index: number): ProblemCounts['training'] => {
        const missingShare = valueAt(missing.get(key), index);
        const shares = FEATURE_PROBLEMS.map((problem) => {
          const share = problem === 'missing' ? missingShare : valueAt(seriesOfProblem(ofTraining, problem), index);
          // Only shares above 0 are exported, besides that of missing values, which every feature has.
          return [problem, Number.isNaN(share) ? missingShare * 0 : share] as const;
        });
        return Object.fromEntries(shares) as ProblemCounts['training'];
      };
      return {
        labels,
        at: (index) => {
          const seen = valueAt(observations.get(key), index);
          if (Number.isNaN(seen)) return undefined;
          const counts = of.map(([problem, each]) => [problem, valueAt(each, index)] as const);
          return {
            ...(Object.fromEntries(counts) as Omit<ValueCounts, 'observations'>),
            observations: seen,
            training: sharesAt(index),
          };
        },
      };
    });
  },
};

function seriesOfProblem(series: readonly Series[], problem: FeatureProblem): Series | undefined {
  return series.find(({ labels }) => labels[PROBLEM] === problem);
}
