import { METRICS } from '../../conventions/metrics.ts';
import { quantileMeasure } from '../../templates/quantile-measure.ts';

export const labelDelay = quantileMeasure({
  id: 'label-delay',
  name: 'Label delay',
  description:
    'Time from a prediction within which this share of the labels arrives, of those that come under the id of their ' +
    'prediction. By default the 99th percentile.',
  family: 'performance',
  worse: 'higher',
  metric: METRICS.outcomeDelay,
});
