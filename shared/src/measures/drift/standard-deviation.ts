import { div, n, pow, sqrt, sub } from '@grafana/promql-builder';
import { METRICS } from '../../conventions/metrics.ts';
import { featureDeviation, referenceStandardDeviation, squaredDeviations } from '../../promql/feature-values.ts';
import { dimensionLabels } from '../../promql/selectors.ts';
import { momentMeasure } from '../../templates/moment-measure.ts';

const PER_FEATURE = dimensionLabels(METRICS.featureDeviation);

export const standardDeviation = momentMeasure({
  id: 'standard-deviation',
  name: 'Standard deviation',
  description: 'Standard deviation of a numeric feature in the window, in the unit of the feature.',
  definition: '√(Σ (x − m)² / n − (Σ (x − m) / n)²), m the training mean',
  source: 'Chan, Golub and LeVeque (1983), shifted data algorithm',
  value: {
    of: ({ standardDeviation }) => standardDeviation,
    promql: (query, observations) => {
      const deviations = sub(featureDeviation('above', query), featureDeviation('below', query));
      return sqrt(sub(div(squaredDeviations(query), observations), pow(div(deviations, observations), n(2))));
    },
  },
  trained: {
    of: ({ standardDeviation }) => standardDeviation,
    promql: (query) => referenceStandardDeviation(query, PER_FEATURE),
  },
});
