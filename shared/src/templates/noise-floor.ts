import { add, div, eq, gte, mul, n, or, pow, sub } from '@grafana/promql-builder';
import type { ComparedBins } from '../counts/compared-bins.ts';
import type { Together } from '../distributions/compared-together.ts';
import { comparisonOf } from '../distributions/comparison.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import { WILSON_HILFERTY } from '../statistics/chi-square-correction.ts';
import { chiSquareQuantileCoefficients, chiSquareQuantileOfOne } from '../statistics/chi-square-quantile.ts';
import { correctedQuantileFor } from '../statistics/corrected-quantile.ts';
import { psiCriticalValueOf } from '../statistics/psi-critical-value.ts';
import { DEFAULT_SIGNIFICANCE } from '../statistics/significance.ts';
import { quantileIncrease } from './corrected-quantile-expression.ts';

/**
 * (1/n + 1/m) χ²(B − 1, 1 − significance / K): what Σ (c − r)² / r, and the PSI with it, reach by sampling noise alone in
 * any of K features. B counts the bins that the baseline uses.
 *
 * @param together - K, the features that are asked together
 */
export function noiseFloorOf(
  { observations, referenceTotal, referenceObservations, used }: ComparedBins,
  query: MeasureQuery,
  together: () => number,
): number {
  if (Number.isNaN(referenceTotal)) return NaN;
  const floor = psiCriticalValueOf(observations, referenceObservations, used, query.significance, together());
  return whenEnough(floor, observations, query, used);
}

/** The same in PromQL. */
export function noiseFloor(query: MeasureQuery, together: Together | undefined): Expression {
  const { usedBins, observations, referenceObservations } = comparisonOf(query);
  const degrees = (): Expression => gte(sub(usedBins(), n(1)), n(1));
  const { significance = DEFAULT_SIGNIFICANCE } = query;
  const several = chiSquareQuantileCoefficients(1 - significance)
    .map((coefficient, i): Expression => mul(pow(gte(degrees(), n(2)), n(1 - i / 2)), n(coefficient)))
    .reduce((sum, term) => add(sum, term));
  const one = add(mul(eq(usedBins(), n(2)), n(0)), n(chiSquareQuantileOfOne(1 - significance)));
  const quantile = or(several, one);
  const corrected = together === undefined ? quantile : mul(quantile, correction(degrees, significance, together));
  // A single bin leaves nothing to chance.
  const constant = mul(eq(usedBins(), n(1)), n(0));
  return mul(add(div(n(1), observations()), div(n(1), referenceObservations())), or(corrected, constant));
}

/** `chiSquareCorrection` in PromQL. */
function correction(degrees: () => Expression, significance: number, together: Together): Expression {
  const { root, reciprocalRoot } = WILSON_HILFERTY;
  const power = (exponent: number, factor: number): Expression => mul(pow(degrees(), n(exponent)), n(factor));
  const mean = add(power(0.5, root), power(-0.5, reciprocalRoot));
  const growth = mul(
    div(n(1), add(mean, n(correctedQuantileFor(significance).single))),
    quantileIncrease(significance, together),
  )
    .on([...together.per])
    .groupLeft([]);
  return pow(add(growth, n(1)), n(3));
}
