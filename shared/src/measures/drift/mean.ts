import { add, div, sub } from '@grafana/promql-builder';
import { METRICS } from '../../conventions/metrics.ts';
import { featureDeviation, referenceMean } from '../../promql/feature-values.ts';
import { dimensionLabels } from '../../promql/selectors.ts';
import { momentMeasure } from '../../templates/moment-measure.ts';

const PER_FEATURE = dimensionLabels(METRICS.featureDeviation);

export const mean = momentMeasure({
  id: 'mean',
  name: 'Mean',
  description: 'Mean of a numeric feature in the window, in the unit of the feature.',
  definition: 'training mean + Σ (x − training mean) / n',
  source: 'Welford (1962), deviations from a provisional mean',
  value: {
    of: ({ mean }) => mean,
    promql: (query, observations) => {
      const deviations = sub(featureDeviation('above', query), featureDeviation('below', query));
      return add(referenceMean(query, PER_FEATURE), div(deviations, observations));
    },
  },
  trained: { of: ({ mean }) => mean, promql: (query) => referenceMean(query, PER_FEATURE) },
});
