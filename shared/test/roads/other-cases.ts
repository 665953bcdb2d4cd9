import type { SeriesHistory } from '@driftline/local-store';
import {
  ATTRIBUTES,
  counterSeries,
  histogramSeries,
  METRICS,
  type AttributeName,
  type MeasureId,
  type MeasureQuery,
} from '../../src/index.ts';
import { counter, labelsOf, WINDOW_SECONDS } from './exact-series.ts';

/** Errors of three predictions: 2 too high, 5 too low, exactly right. */
const ERRORS = [2, -5, 0];
/** Labels by how long they took at most. */
const DELAYS = { minute: 40, hour: 120 };
const CALLS = { fast: 300, slow: 100, failed: 25 };

/** Series of a regression, of calls, and of a canary beside its stable version. */
export function otherSeries(): SeriesHistory[] {
  const base = { [ATTRIBUTES.modelName]: 'other', [ATTRIBUTES.modelVersion]: '1' };
  const errors = (part: 'count' | 'sum', live: number): SeriesHistory =>
    counter(histogramSeries(METRICS.outcomeError, part), labelsOf(base), { live });
  const deviation = (side: string, live: number): SeriesHistory =>
    counter(counterSeries(METRICS.outcomeDeviation), labelsOf({ ...base, [ATTRIBUTES.deviationSide]: side }), { live });
  const failed = { ...base, [ATTRIBUTES.errorType]: 'TypeError' };
  const bucket = (labels: Record<string, string>, le: string, live: number): SeriesHistory =>
    counter('ml_prediction_duration_seconds_bucket', { ...labels, le }, { live });
  const delayed = (le: string, live: number): SeriesHistory =>
    counter('ml_outcome_delay_bucket', { ...labelsOf(base), le }, { live });
  const canary = (version: string, feature: string, bins: readonly string[]): SeriesHistory[] =>
    bins.map((bin, i) =>
      counter(
        counterSeries(METRICS.featureObservations),
        labelsOf({
          [ATTRIBUTES.modelName]: 'canary',
          [ATTRIBUTES.modelVersion]: version,
          [ATTRIBUTES.featureName]: feature,
          [ATTRIBUTES.featureBin]: bin,
        }),
        { live: 100 * (i + 1) },
      ),
    );
  return [
    errors('count', ERRORS.length),
    errors('sum', 7),
    counter(counterSeries(METRICS.outcomeErrorSquared), labelsOf(base), { live: 29 }),
    deviation('above', 2),
    deviation('below', 5),
    counter('ml_prediction_duration_seconds_count', labelsOf(base), { live: CALLS.fast + CALLS.slow }),
    counter('ml_prediction_duration_count', labelsOf(failed, 1), { live: CALLS.failed }),
    bucket(labelsOf(base), '0.1', CALLS.fast),
    bucket(labelsOf(base), '0.2', CALLS.fast + CALLS.slow),
    bucket(labelsOf(base), '+Inf', CALLS.fast + CALLS.slow),
    counter('ml_outcome_delay_count', labelsOf(base), { live: DELAYS.minute + DELAYS.hour }),
    delayed('60', DELAYS.minute),
    delayed('3600', DELAYS.minute + DELAYS.hour),
    delayed('+Inf', DELAYS.minute + DELAYS.hour),
    ...canary('1', 'same bins', ['≤1', '>1']),
    ...canary('2', 'same bins', ['≤1', '>1']),
    ...canary('1', 'other edges', ['≤1', '>1']),
    ...canary('2', 'other edges', ['≤2', '>2']),
    ...canary('1', 'one more', ['x', 'y']),
    ...canary('2', 'one more', ['x', 'y', 'z']),
  ];
}

/** What a person computes from these numbers by hand. */
export function otherExpectations(): {
  title: string;
  query: Partial<MeasureQuery> & { readonly measure: MeasureId };
  by: AttributeName;
  expected: Map<string, number>;
}[] {
  const calls = CALLS.fast + CALLS.slow + CALLS.failed;
  const of = (measure: MeasureId, value: number, query: Partial<MeasureQuery> = {}) => ({
    title: `${measure} ${JSON.stringify(query)}`,
    query: { ...query, measure, where: { model: ['other'] } },
    by: ATTRIBUTES.modelName,
    expected: new Map([['other', value]]),
  });
  return [
    of('mean-absolute-error', 7 / 3),
    of('root-mean-squared-error', Math.sqrt(29 / 3)),
    of('bias', -1),
    of('bias', 3, { show: 'observations' }),
    of('error-share', CALLS.failed / calls),
    of('error-type-share', CALLS.failed / calls),
    of('throughput', calls / WINDOW_SECONDS),
    // 300 of 400 are in the first bucket, so that the median is two thirds of the way through it.
    of('latency-quantile', 0.1 * (200 / 300), { quantile: 0.5 }),
    of('latency-quantile', 0.2, { quantile: 1 - Number.EPSILON }),
    // 40 of 160 came within a minute: the median is the 40th of the 120 between a minute and an hour.
    of('label-delay', 60 + 3540 * (40 / 120), { quantile: 0.5 }),
    of('label-delay', 160, { show: 'observations' }),
  ];
}
