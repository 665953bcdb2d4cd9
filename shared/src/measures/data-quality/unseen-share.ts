import { clampMin, div, mul, sub } from '@grafana/promql-builder';
import { unseenCounts } from '../../counts/unseen-values.ts';
import { featureObservations, featureProblems, featureRows, otherInTraining } from '../../promql/feature-values.ts';
import { orZero } from '../../promql/or-zero.ts';
import type { Expression } from '../../promql/expression.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { expectedOtherShare, otherShareOf, unseenShareOf } from '../../statistics/unseen-share.ts';
import { dataQualityMeasure } from '../../templates/data-quality-measure.ts';

export const unseenShare = dataQualityMeasure({
  id: 'unseen-share',
  name: 'Unseen share',
  description:
    'Share of rows in which a feature has a category that is not in the training data: what the bin "other" holds beyond ' +
    'its training share.',
  definition: 'max(0, other − training share of other × observations) / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_in_set',
  title: 'Unseen categories',
  counts: unseenCounts,
  rate: {
    of: unseenShareOf,
    promql: (query) => ({
      numerator: clampMin(sub(featureProblems(query, ['unseen']), expectedOther(query)), 0),
      denominator: featureRows(query),
    }),
  },
  training: {
    share: { of: expectedOtherShare, promql: (query) => div(expectedOther(query), featureRows(query)) },
    gross: {
      of: otherShareOf,
      promql: (query) => ({ numerator: featureProblems(query, ['unseen']), denominator: featureRows(query) }),
    },
  },
});

/** Values that would be in the bin `other` if they were those of the training data; numeric features have no such bin. */
function expectedOther(query: MeasureQuery): Expression {
  const observations = featureObservations(query);
  return mul(observations, orZero(otherInTraining(query), observations));
}
