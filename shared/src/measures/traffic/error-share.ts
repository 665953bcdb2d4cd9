import { ATTRIBUTES } from '../../conventions/attributes.ts';
import { failedCalls } from '../../counts/calls.ts';
import { calls } from '../../promql/calls.ts';
import { orZero } from '../../promql/or-zero.ts';
import { rateMeasure } from '../../templates/rate-measure.ts';
import { ERROR_RUNBOOK } from '../../templates/runbooks.ts';

export const errorShare = rateMeasure({
  id: 'error-share',
  name: 'Error share',
  description: 'Share of predictions that failed with an error.',
  definition: 'predictions with an error.type / all predictions',
  source: 'Google SRE book, the four golden signals: errors',
  family: 'traffic',
  subject: 'model',
  worse: 'higher',
  thresholds: { side: 'above', warning: 0.01, critical: 0.05, runbook: ERROR_RUNBOOK },
  inputs: ['model', 'version', 'minimumObservations', 'significance'],
  counts: failedCalls,
  rate: {
    of: (rate) => rate,
    promql: (query) => {
      const failed = calls(query, { [ATTRIBUTES.errorType]: { isNot: '' } });
      // A model that never failed has no series with an error type: its share is zero, not absent.
      return { numerator: orZero(failed, calls(query)), denominator: calls(query) };
    },
  },
});
