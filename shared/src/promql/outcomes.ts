import { and, sum } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery, Where } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { ofFavorableClass } from './favorable.ts';
import { increaseOf } from './increase.ts';
import { copied } from './label-replace.ts';
import { orZero } from './or-zero.ts';
import { counter, dimensionLabels, type LabelValues } from './selectors.ts';
import { sumBy } from './sum-by.ts';

const PREDICTED = labelOf(ATTRIBUTES.outcomePredicted);
const ACTUAL = labelOf(ATTRIBUTES.outcomeActual);

/** Labels of a model as a whole. */
const PER_MODEL = dimensionLabels(METRICS.predictions);

/**
 * Which cells of the confusion matrix: all, those predicted favorable, those actually favorable, or the true positives
 * that are both.
 */
export type Cells = 'all' | 'predicted' | 'actual' | 'truePositives';

/** Outcomes over all groups. Those of single groups are separate series and would be counted twice. */
const OVERALL: LabelValues = { [ATTRIBUTES.groupAttribute]: { is: '' } };

/** The outcomes of a query, read over one time window. */
export class Outcomes {
  readonly #query: MeasureQuery;
  readonly #by: readonly string[];
  readonly #values: LabelValues;
  readonly #offset: string | undefined;

  private constructor(query: MeasureQuery, by: readonly string[], values: LabelValues, offset?: string) {
    this.#query = query;
    this.#by = by;
    this.#values = values;
    this.#offset = offset;
  }

  /** Of each model as a whole, over the window of the query or another one. */
  static ofModel(
    query: MeasureQuery,
    { offset, where = query.where }: { offset?: string; where?: Where } = {},
  ): Outcomes {
    return new Outcomes({ ...query, where }, PER_MODEL, OVERALL, offset);
  }

  /** Of groups, grouped by the labels `by`; `narrowing` selects one group or all but one. */
  static ofGroups(query: MeasureQuery, by: readonly string[], narrowing: LabelValues = {}): Outcomes {
    const all = (query.where.group ?? []).length === 0;
    const anyGroup: LabelValues = all ? { [ATTRIBUTES.groupAttribute]: { isNot: '' } } : {};
    return new Outcomes(query, by, { ...anyGroup, ...narrowing });
  }

  /** How many there were, of the favorable class as `cells` says. */
  count(cells: Cells = 'all'): Expression {
    const sides = { all: [], predicted: [PREDICTED], actual: [ACTUAL], truePositives: [PREDICTED, ACTUAL] }[cells];
    const { favorable } = this.#query;
    const counted =
      favorable === undefined
        ? sides.reduce<Expression>((of, side) => ofFavorableClass(of, side, this.#query), this.#increase())
        : this.#increase(
            Object.fromEntries(
              sides.map((side) => [
                side === PREDICTED ? ATTRIBUTES.outcomePredicted : ATTRIBUTES.outcomeActual,
                { is: favorable },
              ]),
            ),
          );
    return sumBy(counted, this.#by);
  }

  /** {@link count}, or zero where only `others` has a series: a cell that never occurred may have none. */
  countOrZero(cells: Cells, others: Cells): Expression {
    return orZero(this.count(cells), this.count(others));
  }

  /** How many were predicted correctly. PromQL cannot compare two labels of one series, but it can join on both. */
  correct(): Expression {
    return sumBy(this.#diagonal(), this.#by);
  }

  /** Outcomes of each class, labeled with the actual class: those predicted as it, actually of it, or both. */
  perClass(cells: Exclude<Cells, 'all'>): Expression {
    const by = [...this.#by, ACTUAL];
    if (cells === 'truePositives') return sumBy(this.#diagonal(), by);
    if (cells === 'actual') return sumBy(this.#increase(), by);
    return sumBy(copied(sumBy(this.#increase(), [...this.#by, PREDICTED]), PREDICTED, ACTUAL), by);
  }

  /** All cells of the confusion matrix, grouped by predicted and actual class. */
  cells(): Expression {
    return sumBy(this.#increase(), [...this.#by, PREDICTED, ACTUAL]);
  }

  #increase(values: LabelValues = {}): Expression {
    const outcomes = counter(METRICS.outcomes, this.#query.where, { ...this.#values, ...values });
    return increaseOf(outcomes, this.#query.window, this.#offset);
  }

  #diagonal(): Expression {
    const classes = sum(this.#increase()).by([...PER_MODEL, ACTUAL]);
    const same = copied(classes, ACTUAL, PREDICTED);
    return and(this.#increase(), same).on([...PER_MODEL, PREDICTED, ACTUAL]);
  }
}
