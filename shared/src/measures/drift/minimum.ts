import { and } from '@grafana/promql-builder';
import { featureExtreme } from '../../promql/feature-values.ts';
import { momentMeasure } from '../../templates/moment-measure.ts';

export const minimum = momentMeasure({
  id: 'minimum',
  name: 'Minimum',
  description: 'Smallest value of a numeric feature in the window, in the unit of the feature.',
  definition: 'min x',
  source: 'The recorder, which exports it for each interval',
  value: {
    of: ({ minimum }) => minimum,
    promql: (query, observations) => and(featureExtreme('min', query), observations),
  },
});
