import type { SeriesHistory } from '@driftline/local-store';
import {
  ATTRIBUTES,
  counterSeries,
  gaugeSeries,
  histogramSeries,
  METRICS,
  segmentMetric,
  populationStabilityIndex,
  type AttributeName,
  type MeasureId,
  type MeasureQuery,
} from '../../src/index.ts';
import { counter, gauge, labelsOf, WINDOW_SECONDS } from './exact-series.ts';

/** Errors of three predictions: 2 too high, 5 too low, exactly right. */
const ERRORS = [2, -5, 0];
/** Outcomes and absolute errors by segment, and the mean absolute error on its training rows. */
const SEGMENTS = { DE: [4, 8, 1.6], FR: [5, 5, 0.5], 'a"b': [10, 9, 1] } as const;
/** Labels by how long they took at most. */
const DELAYS = { minute: 40, hour: 120 };
/** Predictions by class, and the share of each on the training data. */
const PREDICTED = [300, 125] as const;
const TRAINED = [0.5, 0.5] as const;
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
  const segment = (value: string, [count, sum, trained]: readonly [number, number, number]): SeriesHistory[] => {
    const labels = labelsOf({ ...base, [ATTRIBUTES.segmentName]: 'country', [ATTRIBUTES.segmentValue]: value });
    const performance = { ...labels, ...labelsOf({ [ATTRIBUTES.performanceMeasure]: 'mae' }) };
    return [
      counter(histogramSeries(segmentMetric(METRICS.outcomeError), 'count'), labels, { live: count }),
      counter(histogramSeries(segmentMetric(METRICS.outcomeError), 'sum'), labels, { live: sum }),
      gauge(gaugeSeries(segmentMetric(METRICS.referencePerformance)), performance, trained),
    ];
  };
  return [
    ...Object.entries(SEGMENTS).flatMap(([value, sums]) => segment(value, sums)),
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
    counter(counterSeries(METRICS.predictions), labelsOf({ ...base, [ATTRIBUTES.predictionClass]: 'yes' }), {
      live: PREDICTED[0] + PREDICTED[1],
    }),
    ...PREDICTED.flatMap((live, i) => {
      const labels = labelsOf({ ...base, [ATTRIBUTES.predictionBin]: `class ${i}` });
      return [
        counter(counterSeries(METRICS.predictionObservations), labels, { live }),
        gauge(gaugeSeries(METRICS.referencePredictionRatio), labels, TRAINED[i] as number),
      ];
    }),
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
    // FR errs by 1 and not by 0.5, DE by 2 and not by 1.6.
    of('worst-segment', 1),
    of('worst-segment', 5, { show: 'observations' }),
    of('worst-segment', 0.25, { segment: { name: 'country', values: ['DE', 'a"b'] } }),
    of('error-share', CALLS.failed / calls),
    of('error-share', (0.1 + 1.6448536269514722 / (2 * Math.sqrt(calls))) ** 2, { show: 'critical-value' }),
    of('error-type-share', CALLS.failed / calls),
    of('throughput', calls / WINDOW_SECONDS),
    // 300 of 400 are in the first bucket, so that the median is two thirds of the way through it.
    of('latency-quantile', 0.1 * (200 / 300), { quantile: 0.5 }),
    of('latency-quantile', 0.2, { quantile: 1 - Number.EPSILON }),
    // 40 of 160 came within a minute: the median is the 40th of the 120 between a minute and an hour.
    of('label-delay', 60 + 3540 * (40 / 120), { quantile: 0.5 }),
    of('label-delay', 160, { show: 'observations' }),
    of('prediction-psi', populationStabilityIndex(PREDICTED, TRAINED)),
    of('prediction-psi', 425, { show: 'observations' }),
    // It predicts and reports; what a model lacks, the rules' tests tell.
    of('no-traffic', 0),
    of('telemetry-lost', 0),
    {
      title: 'reference-missing of features without any',
      query: { measure: 'reference-missing', where: { model: ['canary'], version: ['1'] } },
      by: ATTRIBUTES.modelName,
      expected: new Map([['canary', 1]]),
    },
  ];
}
