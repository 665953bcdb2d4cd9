import { add, count, div, gt, gte, mul, n, pow, sub } from '@grafana/promql-builder';
import type { ComparedBins } from '../counts/compared-bins.ts';
import { comparisonOf } from '../distributions/comparison.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { chiSquareQuantileCoefficients } from '../statistics/chi-square-quantile.ts';
import { psiCriticalValueOf } from '../statistics/psi-critical-value.ts';
import { DEFAULT_SIGNIFICANCE } from '../statistics/significance.ts';
import { whenEnough } from '../query/minimum-observations.ts';

/**
 * (1/n + 1/m) χ²(B − 1, 1 − significance): what Σ (c − r)² / r, and the PSI with it, reach by sampling noise alone. B
 * counts the bins that the baseline uses.
 */
export function noiseFloorOf(
  { observations, reference, referenceObservations }: ComparedBins,
  query: MeasureQuery,
): number {
  const used = reference?.filter((count) => count > 0).length ?? 0;
  const floor = psiCriticalValueOf(observations, referenceObservations, used, query.significance);
  return whenEnough(floor, observations, query);
}

/** The same in PromQL. */
export function noiseFloor(query: MeasureQuery): Expression {
  const { distribution, reference, observations, referenceObservations } = comparisonOf(query);
  const usedBins = (): Expression => count(gt(reference(), n(0))).by([...distribution.per]);
  const degrees = (): Expression => gte(sub(usedBins(), n(1)), n(1));
  const quantile = chiSquareQuantileCoefficients(1 - (query.significance ?? DEFAULT_SIGNIFICANCE))
    .map((coefficient, i): Expression => mul(pow(degrees(), n(1 - i / 2)), n(coefficient)))
    .reduce((sum, term) => add(sum, term));
  return mul(add(div(n(1), observations()), div(n(1), referenceObservations())), quantile);
}
