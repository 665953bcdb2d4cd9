import type { GroupSource } from '../counts/groups.ts';
import type { Expression } from '../promql/expression.ts';
import type { LabelValues } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from '../statistics/rate.ts';

/** A rate by which groups are compared, such as the selection rate, computed in both ways. */
export interface GroupRateSource<Cell> {
  readonly source: GroupSource<Cell>;
  /** The rate of one group; `favorable` is the favorable class. */
  of(cells: readonly Cell[], favorable: string): Rate<number>;
  /** The same in PromQL, grouped by the labels `by`; `narrowing` selects one group or all but one. */
  promql(query: MeasureQuery, by: readonly string[], narrowing: LabelValues): Rate<Expression>;
}
