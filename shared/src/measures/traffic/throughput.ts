import { callsPerSecond } from '../../counts/calls.ts';
import { callRate } from '../../promql/calls.ts';
import { defineMeasure } from '../../templates/measure.ts';

export const throughput = defineMeasure({
  id: 'throughput',
  name: 'Throughput',
  description: 'Predictions per second over all replicas, including failed ones.',
  definition: 'rate of the count of ml.prediction.duration',
  source: 'Google SRE book, the four golden signals: traffic',
  family: 'traffic',
  unit: 'per second',
  subject: 'model',
  worse: 'neither',
  inputs: ['model', 'version'],
  counts: callsPerSecond,
  value: { of: (perSecond) => perSecond, promql: callRate },
});
