import type { GroupSource } from '../counts/groups.ts';
import type { Expression } from '../promql/expression.ts';
import type { LabelValues } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from '../statistics/rate.ts';

/** A rate that groups are compared by, such as the selection rate, on both roads. */
export interface GroupRateSource<Cell> {
  readonly source: GroupSource<Cell>;
  /** The rate of one group, `favorable` being the class that a person hopes for. */
  of(cells: readonly Cell[], favorable: string): Rate<number>;
  /** The same in PromQL, apart by the labels `by`; `narrowing` names one group or all but one. */
  promql(query: MeasureQuery, by: readonly string[], narrowing: LabelValues): Rate<Expression>;
}
