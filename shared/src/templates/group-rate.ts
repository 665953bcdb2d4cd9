import type { Group, GroupSource } from '../counts/groups.ts';
import type { Expression } from '../promql/expression.ts';
import type { LabelValues } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from '../statistics/rate.ts';

/** A rate by which groups are compared, such as the selection rate, computed in both ways. */
export interface GroupRateSource<Cell> {
  readonly source: GroupSource<Cell>;
  /** Whether it counts all classes alike, and needs to know none as the favorable one. */
  readonly isOfAllClasses?: boolean;
  /** The rate of one group; `favorable` is the favorable class. */
  of(cells: readonly Cell[], favorable: string): Rate<number>;
  /** The same in PromQL, grouped by the labels `by`; `narrowing` selects some groups. */
  promql(query: MeasureQuery, by: readonly string[], narrowing: LabelValues): Rate<Expression>;
}

const NO_RATE: Rate<number> = { numerator: NaN, denominator: NaN };

/** The rate of one group; a group whose favorable class is unknown has none. */
export function rateOf<Cell>(
  { cells, favorable }: Group<Cell>,
  { of, isOfAllClasses }: Pick<GroupRateSource<Cell>, 'of' | 'isOfAllClasses'>,
): Rate<number> {
  return favorable === undefined && isOfAllClasses !== true ? NO_RATE : of(cells, favorable ?? '');
}
