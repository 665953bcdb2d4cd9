import { add, count, div, gt, gte, mul, n, pow, sub } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted, enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_BIN, PER_FEATURE, PER_MODEL, reference } from '../promql/reference.ts';
import { featuresOf, labels, modelOf, series } from '../promql/series.ts';
import { DEFAULT_SIGNIFICANCE, type MeasureQuery } from '../query/measure-query.ts';
import { chiSquareQuantile, chiSquareQuantileCoefficients } from './chi-square-quantile.ts';
import type { Measure } from './measure.ts';

/**
 * PSI that sampling noise alone exceeds with probability `significance`: (1/n + 1/m) χ²(B − 1, 1 − significance).
 *
 * @param live - live observations n
 * @param reference - training rows m in which the feature was there
 * @param bins - bins B that the reference uses
 * @returns NaN for fewer than two bins
 */
export function psiCriticalValueOf(
  live: number,
  reference: number,
  bins: number,
  significance: number = DEFAULT_SIGNIFICANCE,
): number {
  return (1 / live + 1 / reference) * chiSquareQuantile(bins - 1, 1 - significance);
}

function expression(query: MeasureQuery): Expression {
  const features = featuresOf(query);
  const usedBins = (): Expression =>
    count(gt(reference(METRICS.referenceFeatureRatio, query, features, PER_BIN), n(0))).by(labels(...PER_FEATURE));
  const degrees = (): Expression => gte(sub(usedBins(), n(1)), n(1));
  const quantile = chiSquareQuantileCoefficients(1 - (query.significance ?? DEFAULT_SIGNIFICANCE))
    .map((coefficient, i): Expression => mul(pow(degrees(), n(1 - i / 2)), n(coefficient)))
    .reduce((sum, term) => add(sum, term));
  const live = enough(counted(series(counterSeries(METRICS.featureObservations), features), query, PER_FEATURE), query);
  const present = sub(n(1), reference(METRICS.referenceFeatureMissingRatio, query, features, PER_FEATURE));
  const rows = mul(present, reference(METRICS.referenceRows, query, modelOf(query), PER_MODEL))
    .on(labels(...PER_MODEL))
    .groupLeft([]);
  return mul(add(div(n(1), live), div(n(1), rows)), quantile);
}

export const psiCriticalValue: Measure = {
  id: 'psi-critical-value',
  name: 'PSI noise floor',
  description: 'The PSI that sampling noise alone reaches at this number of observations; a PSI below it says nothing.',
  definition: '(1/n + 1/m) χ²(B − 1, 1 − significance), B counting the bins that the reference uses',
  source: 'Yurdakul, Statistical Properties of Population Stability Index (2018)',
  unit: 'index',
  subject: 'feature',
  worse: 'neither',
  legend: () => '{{ml_feature_name}} noise floor',
  promql: expression,
};
