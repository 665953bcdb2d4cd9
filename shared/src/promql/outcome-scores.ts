import { add, mul, n, or } from '@grafana/promql-builder';
import { ATTRIBUTES, SCORE_RANK_DIGITS } from '../conventions/attributes.ts';
import { METRICS, type MetricOf } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { increaseOf } from './increase.ts';
import { withPrefix } from './label-replace.ts';
import { counter, dimensionLabels, type LabelValues } from './selectors.ts';
import { sumBy } from './sum-by.ts';

export const SCORE_BIN = labelOf(ATTRIBUTES.scoreBin);
export const SCORE_RANK = labelOf(ATTRIBUTES.scoreRank);
export const POSITIVE = labelOf(ATTRIBUTES.outcomePositive);

/** Labels of one score: the model, the profile that has the bins, and the class. */
export const PER_SCORE: readonly string[] = [...dimensionLabels(METRICS.outcomeScores), labelOf(ATTRIBUTES.scoreClass)];

/** Labels of one bin of a score, without and with its rank. */
export const PER_SCORE_BIN: readonly string[] = [...PER_SCORE, SCORE_BIN];
const RANKED: readonly string[] = [...PER_SCORE_BIN, SCORE_RANK];

/** Holds the digits by which bins are matched. */
const PREFIX = 'prefix';

/** Which outcomes: those of the class of the score, those of all others, or both. */
export type Side = 'positives' | 'negatives' | 'all';

/** Outcomes of one side, grouped by the labels `by`. */
export function scoredOutcomes(query: MeasureQuery, side: Side = 'all', by: readonly string[] = PER_SCORE): Expression {
  return sumBy(increaseOfSide(query, side), by);
}

/** Sum of the scores of outcomes, grouped by the labels `by`. */
export function expectedOutcomes(query: MeasureQuery, by: readonly string[] = PER_SCORE_BIN): Expression {
  return scoreSum(METRICS.outcomeScoreExpected, query, by);
}

/** A sum over the outcomes of each score. */
export function scoreSum(
  metric: MetricOf<'counter'>,
  query: MeasureQuery,
  by: readonly string[] = PER_SCORE,
): Expression {
  return sumBy(increaseOf(counter(metric, query.where, ofClass(query)), query.window), by);
}

/**
 * Pairs of a positive and a negative of which the positive has the higher bin; pairs within a bin count half.
 *
 * PromQL cannot compare the bins of two series, but of two different ranks the first digit that differs says which one is
 * higher. So the pairs are counted by the digits before it: positives with a 1 behind them times negatives with a 0.
 */
export function pairsInOrder(query: MeasureQuery): Expression {
  return pairsBySide((side, ranks) => increaseOfSide(query, side, ranks));
}

/**
 * The same of what is no plain counter.
 *
 * @param ofSide - by {@link SCORE_RANK} and the labels of the score: how many there are with ranks that match, or all
 */
export function pairsBySide(ofSide: (side: Exclude<Side, 'all'>, ranks: string | undefined) => Expression): Expression {
  const by = [...PER_SCORE, PREFIX];
  const prefixed = (side: Exclude<Side, 'all'>, digits: number, next?: '0' | '1'): Expression =>
    sumBy(withPrefix(ofSide(side, next && rankOf(digits, next)), SCORE_RANK, PREFIX, digits), by);
  const within = mul(mul(prefixed('positives', SCORE_RANK_DIGITS), prefixed('negatives', SCORE_RANK_DIGITS)), n(0.5));
  const inOrder = DIGITS.map((digits) => mul(prefixed('positives', digits, '1'), prefixed('negatives', digits, '0')));
  return sumBy(
    inOrder.reduce<Expression>((all, pairs) => or(all, pairs), within),
    PER_SCORE,
  );
}

/**
 * Outcomes of one side in each bin and in all above it, by the same digits: the bins above one share the digits before a 0
 * of its rank and have a 1 there.
 */
export function outcomesFromBin(query: MeasureQuery, side: Side = 'all'): Expression {
  const by = [...PER_SCORE, PREFIX];
  const prefixed = (digits: number, next: '0' | '1'): Expression =>
    withPrefix(increaseOfSide(query, side, rankOf(digits, next)), SCORE_RANK, PREFIX, digits);
  const own = sumBy(withPrefix(increaseOfSide(query, side), SCORE_RANK, PREFIX, SCORE_RANK_DIGITS), [
    ...RANKED,
    PREFIX,
  ]);
  const above = DIGITS.map((digits) =>
    add(mul(sumBy(prefixed(digits, '0'), [...RANKED, PREFIX]), n(0)), sumBy(prefixed(digits, '1'), by))
      .on(by)
      .groupLeft([]),
  );
  return sumBy(
    above.reduce<Expression>((all, part) => or(all, part), own),
    PER_SCORE_BIN,
  );
}

/** How many digits may stand before the one that differs. */
const DIGITS = Array.from({ length: SCORE_RANK_DIGITS }, (_, digits) => digits);

/** Ranks with a digit behind so many others. */
function rankOf(digits: number, next: '0' | '1'): string {
  return `.{${digits}}${next}.*`;
}

function increaseOfSide(query: MeasureQuery, side: Side, rank?: string): Expression {
  const values: LabelValues = {
    ...ofClass(query),
    ...(side === 'all' ? {} : { [ATTRIBUTES.outcomePositive]: { is: String(side === 'positives') } }),
    ...(rank === undefined ? {} : { [ATTRIBUTES.scoreRank]: { matches: rank } }),
  };
  return increaseOf(counter(METRICS.outcomeScores, query.where, values), query.window);
}

/** The class that a query names; all that have bins of scores unless it does. */
export function ofClass({ favorable }: MeasureQuery): LabelValues {
  return favorable === undefined ? {} : { [ATTRIBUTES.scoreClass]: { is: favorable } };
}
