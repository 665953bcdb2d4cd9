import { add } from '@grafana/promql-builder';
import type { FeatureProblem } from '../conventions/attributes.ts';
import { featureProblemCounts } from '../counts/feature-problems.ts';
import { featureObservations, featureProblems } from '../promql/feature-values.ts';
import { problemShareOf } from '../statistics/problem-share.ts';
import type { Description } from './description.ts';
import type { Measure } from './measure.ts';
import { rateMeasure } from './rate-measure.ts';
import { DATA_QUALITY_RUNBOOK } from './runbooks.ts';

type ProblemDefinition<Id extends string> = Pick<
  Description<Id>,
  'id' | 'name' | 'description' | 'definition' | 'source'
> & {
  readonly problem: FeatureProblem;
  /** Title of the alert. */
  readonly title: string;
};

/** Share of the rows in which a feature has one problem. */
export function problemMeasure<const Id extends string>({
  problem,
  title,
  ...description
}: ProblemDefinition<Id>): Measure<Id> {
  return rateMeasure({
    ...description,
    family: 'data quality',
    subject: 'feature',
    worse: 'higher',
    thresholds: { side: 'above', critical: 0.05, title, runbook: DATA_QUALITY_RUNBOOK },
    inputs: ['model', 'version', 'feature', 'minimumObservations', 'significance'],
    counts: featureProblemCounts,
    rate: {
      of: (counts) => problemShareOf(problem, counts),
      promql: (query) => ({
        numerator: featureProblems(query, [problem]),
        denominator: add(featureObservations(query), featureProblems(query, ['missing', 'invalid'])),
      }),
    },
  });
}
