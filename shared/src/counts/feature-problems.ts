import { ATTRIBUTES, FEATURE_PROBLEMS } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { groupedBy, singleBy } from '../distributions/grouped-series.ts';
import { featureObservations, featureProblems } from '../promql/feature-values.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { ValueCounts } from '../statistics/problem-share.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';

const PER_FEATURE = dimensionLabels(METRICS.featureProblems);
const PROBLEM = labelOf(ATTRIBUTES.featureProblem);

/** The values of each feature: how many were valid, and how many had which problem. */
export const featureProblemCounts: Counts<ValueCounts> = {
  selections: (query) => ({
    observations: featureObservations(query),
    problems: featureProblems(query, FEATURE_PROBLEMS, [PROBLEM]),
  }),
  read: (_query, selected) => {
    const observations = singleBy(seriesOf(selected, 'observations'), PER_FEATURE);
    const problems = groupedBy(seriesOf(selected, 'problems'), PER_FEATURE);
    return [...problems.values()].map(({ key, labels, series }) => {
      const of = FEATURE_PROBLEMS.map(
        (problem) => [problem, series.find((each) => each.labels[PROBLEM] === problem)] as const,
      );
      return {
        labels,
        at: (index) => {
          const seen = valueAt(observations.get(key), index);
          if (Number.isNaN(seen)) return undefined;
          const counts = of.map(([problem, each]) => [problem, valueAt(each, index)] as const);
          return { ...(Object.fromEntries(counts) as Omit<ValueCounts, 'observations'>), observations: seen };
        },
      };
    });
  },
};
