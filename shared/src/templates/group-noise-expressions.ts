import { add, and, count, div, exp, gte, min, mul, n, pow, sqrt, sub, sum } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_GROUP, PER_GROUP_ATTRIBUTE } from '../promql/group-labels.ts';
import { privilegedGroups } from '../promql/privileged-groups.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from '../statistics/rate.ts';
import { DEFAULT_SIGNIFICANCE } from '../statistics/significance.ts';
import { correctedQuantileExpression } from './corrected-quantile-expression.ts';
import { byComparison, comparable, sizes, unprivileged, type InPromql } from './group-comparison-expressions.ts';

const BY = [...PER_GROUP_ATTRIBUTE];

/** `GroupNoise` in PromQL: the pooled rate and the number of comparisons by attribute, the sizes by comparison. */
interface Noise {
  readonly pooled: Rate<() => Expression>;
  readonly inverseSizes: Expression;
  comparisons(): Expression;
}

/** `criticalRatioOf` in PromQL. */
export function criticalRatioExpression(rate: InPromql, query: MeasureQuery): Expression {
  return ofNoise(rate, query, (noise) => {
    const odds = sub(div(noise.pooled.denominator(), noise.pooled.numerator()), n(1));
    return div(n(1), exp(errors(odds, noise, query)));
  });
}

/** `criticalDifferenceOf` in PromQL. */
export function criticalDifferenceExpression(rate: InPromql, query: MeasureQuery): Expression {
  return ofNoise(rate, query, (noise) => {
    const share = (): Expression => div(noise.pooled.numerator(), noise.pooled.denominator());
    return errors(mul(share(), sub(n(1), share())), noise, query);
  });
}

/** As many standard errors as noise reaches, given the `variance` of one observation by attribute. */
function errors(variance: Expression, { inverseSizes, comparisons }: Noise, query: MeasureQuery): Expression {
  const { significance = DEFAULT_SIGNIFICANCE } = query;
  const together = { per: PER_GROUP_ATTRIBUTE, count: comparisons };
  const perComparison = mul(sqrt(variance), correctedQuantileExpression(significance / 2, together));
  return mul(sqrt(inverseSizes), perComparison).on(BY).groupLeft([]);
}

function ofNoise(rate: InPromql, query: MeasureQuery, critical: (noise: Noise) => Expression): Expression {
  const large = (): Expression => sizes(rate, query, comparable());
  const groups = (): Expression => count(large()).by(BY);
  const pooled = {
    numerator: () => sum(and(rate.promql(query, PER_GROUP, comparable()).numerator, large())).by(BY),
    denominator: () => sum(large()).by(BY),
  };
  return byComparison(query, {
    extremes: () =>
      critical({
        pooled,
        // One group alone is not compared.
        inverseSizes: and(div(n(2), min(large()).by(BY)), gte(groups(), n(2))),
        comparisons: () => div(pow(groups(), n(2)), n(2)),
      }),
    pairwise: () => critical({ pooled, inverseSizes: inverseSizesOfPairs(rate, query), comparisons: groups }),
  });
}

function inverseSizesOfPairs(rate: InPromql, query: MeasureQuery): Expression {
  const { privileged } = query;
  const all = (): Expression => sizes(rate, query, comparable());
  const [group, reference] =
    privileged === undefined
      ? [unprivileged(all(), query), and(all(), privilegedGroups(query)).on([...PER_GROUP])]
      : [
          sizes(rate, query, comparable([privileged])),
          sizes(rate, query, { [ATTRIBUTES.groupValue]: { is: privileged } }),
        ];
  return add(div(n(1), group), div(n(1), sum(reference).by(BY)))
    .on(BY)
    .groupLeft([]);
}
