import type { FeatureProblem } from '../conventions/attributes.ts';
import { featureProblemCounts } from '../counts/feature-problems.ts';
import { featureProblems, featureRows, problemInTraining } from '../promql/feature-values.ts';
import { problemShareOf } from '../statistics/problem-share.ts';
import { dataQualityMeasure } from './data-quality-measure.ts';
import type { Description } from './description.ts';
import type { Measure } from './measure.ts';

type ProblemDefinition<Id extends string> = Pick<
  Description<Id>,
  'id' | 'name' | 'description' | 'definition' | 'source'
> & {
  readonly problem: FeatureProblem;
  /** Title of the alert, if there is one by default. */
  readonly title?: string;
};

/** Share of the rows in which a feature has one problem. */
export function problemMeasure<const Id extends string>({
  problem,
  ...description
}: ProblemDefinition<Id>): Measure<Id> {
  return dataQualityMeasure({
    ...description,
    counts: featureProblemCounts,
    rate: {
      of: (counts) => problemShareOf(problem, counts),
      promql: (query) => ({ numerator: featureProblems(query, [problem]), denominator: featureRows(query) }),
    },
    training: {
      share: { of: ({ training }) => training[problem], promql: (query) => problemInTraining(query, problem) },
    },
  });
}
