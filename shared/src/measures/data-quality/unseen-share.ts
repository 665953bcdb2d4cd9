import { clampMin, mul, sub } from '@grafana/promql-builder';
import { unseenCounts } from '../../counts/unseen-values.ts';
import { featureObservations, featureProblems, featureRows, otherInTraining } from '../../promql/feature-values.ts';
import { orZero } from '../../promql/or-zero.ts';
import { unseenShareOf } from '../../statistics/unseen-share.ts';
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
    promql: (query) => {
      const observations = featureObservations(query);
      // Numeric features have no such bin.
      const expected = mul(observations, orZero(otherInTraining(query), observations));
      return {
        numerator: clampMin(sub(featureProblems(query, ['unseen']), expected), 0),
        denominator: featureRows(query),
      };
    },
  },
});
