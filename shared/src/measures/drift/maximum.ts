import { and } from '@grafana/promql-builder';
import { featureExtreme } from '../../promql/feature-values.ts';
import { momentMeasure } from '../../templates/moment-measure.ts';

export const maximum = momentMeasure({
  id: 'maximum',
  name: 'Maximum',
  description: 'Largest value of a numeric feature in the window, in the unit of the feature.',
  definition: 'max x',
  source: 'The recorder, which exports it for each interval',
  value: {
    of: ({ maximum }) => maximum,
    promql: (query, observations) => and(featureExtreme('max', query), observations),
  },
});
