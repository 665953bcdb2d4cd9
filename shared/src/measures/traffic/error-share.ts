import { add, div, n, pow, sqrt } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../../conventions/attributes.ts';
import { failedCalls } from '../../counts/calls.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import { calls } from '../../promql/calls.ts';
import { orZero } from '../../promql/or-zero.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { correctedQuantileFor } from '../../statistics/corrected-quantile.ts';
import { criticalShareOf } from '../../statistics/rate-noise.ts';
import { DEFAULT_SIGNIFICANCE } from '../../statistics/significance.ts';
import { rateMeasure } from '../../templates/rate-measure.ts';
import { ERROR_RUNBOOK } from '../../templates/runbooks.ts';

/** Share of errors that is no reason to worry: some minutes of a service that has it show more, by chance. */
const USUAL = 0.01;

export const errorShare = rateMeasure({
  id: 'error-share',
  name: 'Error share',
  description: 'Share of predictions that failed with an error.',
  definition: 'predictions with an error.type / all predictions',
  source: 'Google SRE book, the four golden signals: errors',
  family: 'traffic',
  subject: 'model',
  worse: 'higher',
  thresholds: { side: 'above', warning: USUAL, critical: 0.05, runbook: ERROR_RUNBOOK },
  inputs: ['model', 'version', 'minimumObservations', 'significance'],
  counts: failedCalls,
  criticalValue: {
    of: ({ denominator }, query) => {
      const { significance = DEFAULT_SIGNIFICANCE } = query;
      return whenEnough(criticalShareOf(USUAL, denominator, significance), denominator, query);
    },
    promql: (query) => {
      const { significance = DEFAULT_SIGNIFICANCE } = query;
      const half = n(correctedQuantileFor(significance).single / 2);
      return pow(add(div(half, sqrt(atLeastMinimum(calls(query), query))), n(Math.sqrt(USUAL))), n(2));
    },
  },
  rate: {
    of: (rate) => rate,
    promql: (query) => {
      const failed = calls(query, { [ATTRIBUTES.errorType]: { isNot: '' } });
      // A model that never failed has no series with an error type: its share is zero, not absent.
      return { numerator: orZero(failed, calls(query)), denominator: calls(query) };
    },
  },
});
