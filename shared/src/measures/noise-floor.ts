import { add, count, div, gt, gte, mul, n, pow, sub } from '@grafana/promql-builder';
import { compared } from '../distributions/compared.ts';
import type { Expression } from '../promql/expression.ts';
import { DEFAULT_SIGNIFICANCE, type MeasureQuery } from '../query/measure-query.ts';
import { chiSquareQuantileCoefficients } from './chi-square-quantile.ts';

/**
 * (1/n + 1/m) χ²(B − 1, 1 − significance) in PromQL: what Σ (c − r)² / r, and the PSI with it, reach by sampling noise
 * alone. B counts the bins that the baseline uses.
 */
export function noiseFloor(query: MeasureQuery): Expression {
  const { distribution, reference, observations, referenceObservations } = compared(query);
  const usedBins = (): Expression => count(gt(reference(), n(0))).by([...distribution.per]);
  const degrees = (): Expression => gte(sub(usedBins(), n(1)), n(1));
  const quantile = chiSquareQuantileCoefficients(1 - (query.significance ?? DEFAULT_SIGNIFICANCE))
    .map((coefficient, i): Expression => mul(pow(degrees(), n(1 - i / 2)), n(coefficient)))
    .reduce((sum, term) => add(sum, term));
  return mul(add(div(n(1), observations()), div(n(1), referenceObservations())), quantile);
}
