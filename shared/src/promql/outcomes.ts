import { and, eq, n, sum } from '@grafana/promql-builder';
import { ATTRIBUTES, type AttributeName } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries, labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { grown } from './counts.ts';
import type { Expression } from './expression.ts';
import { copied } from './label-replace.ts';
import { PER_MODEL, reference } from './reference.ts';
import { groupsOf, labels, modelOf, series, type LabelValues } from './series.ts';
import { summed } from './summed.ts';

const { outcomePredicted: PREDICTED, outcomeActual: ACTUAL, predictionClass: CLASS } = ATTRIBUTES;

/**
 * Which cells of the confusion matrix: all, those predicted favorable, those that truly were, or the true positives
 * that are both.
 */
export type Cells = 'all' | 'predicted' | 'actual' | 'hits';

/** Outcomes over all groups: those of single groups are series of their own, and would count everybody again. */
const OVERALL: LabelValues = { [ATTRIBUTES.groupAttribute]: { is: '' } };

/** The outcomes of a query, read over one window. */
export class Outcomes {
  readonly #query: MeasureQuery;
  readonly #by: readonly AttributeName[];
  readonly #values: LabelValues;
  readonly #offset: string | undefined;

  private constructor(query: MeasureQuery, by: readonly AttributeName[], values: LabelValues, offset?: string) {
    this.#query = query;
    this.#by = by;
    this.#values = values;
    this.#offset = offset;
  }

  /** Of each model as a whole; `offset` is how long ago the window ended. */
  static ofModel(query: MeasureQuery, offset?: string): Outcomes {
    return new Outcomes(query, PER_MODEL, { ...modelOf(query), ...OVERALL }, offset);
  }

  /** Of groups, apart by `by`; `narrowing` names one group or all but one. */
  static ofGroups(query: MeasureQuery, by: readonly AttributeName[], narrowing: LabelValues): Outcomes {
    const anyGroup: LabelValues = query.groups.length === 0 ? { [ATTRIBUTES.groupAttribute]: { isNot: '' } } : {};
    return new Outcomes(query, by, { ...groupsOf(query), ...anyGroup, ...narrowing });
  }

  /** How many there were, of the favorable class as `cells` says. */
  count(cells: Cells = 'all'): Expression {
    const sides = { all: [], predicted: [PREDICTED], actual: [ACTUAL], hits: [PREDICTED, ACTUAL] }[cells];
    const { favorable } = this.#query;
    if (favorable !== undefined) {
      const values = Object.fromEntries(sides.map((side) => [side, { is: favorable }]));
      return summed(this.#grown(values), labels(...this.#by));
    }
    const narrowed = sides.reduce<Expression>(
      (outcomes, side) => and(outcomes, this.#favorableAs(side)).on(labels(...PER_MODEL, side)),
      this.#grown(),
    );
    return summed(narrowed, labels(...this.#by));
  }

  /** How many were predicted rightly. PromQL cannot compare two labels of one series, but it can join on both. */
  correct(): Expression {
    return summed(this.#diagonal(), labels(...this.#by));
  }

  /** Outcomes of each class, under the label of the actual class: predicted as it, truly of it, or both. */
  perClass(cells: 'predicted' | 'actual' | 'hits'): Expression {
    const by = labels(...this.#by, ACTUAL);
    if (cells === 'hits') return summed(this.#diagonal(), by);
    if (cells === 'actual') return summed(this.#grown(), by);
    const predicted = summed(this.#grown(), labels(...this.#by, PREDICTED));
    return summed(copied(predicted, labelOf(PREDICTED), labelOf(ACTUAL)), by);
  }

  #grown(values: LabelValues = {}): Expression {
    const counter = series(counterSeries(METRICS.outcomes), { ...this.#values, ...values });
    return grown(counter, this.#query, this.#offset);
  }

  #diagonal(): Expression {
    const classes = sum(this.#grown()).by(labels(...PER_MODEL, ACTUAL));
    const same = copied(classes, labelOf(ACTUAL), labelOf(PREDICTED));
    return and(this.#grown(), same).on(labels(...PER_MODEL, PREDICTED, ACTUAL));
  }

  /** The class that the model's profile calls favorable, under the label of one side. */
  #favorableAs(side: typeof PREDICTED | typeof ACTUAL): Expression {
    const favorable = reference(METRICS.referencePredictionFavorable, this.#query, modelOf(this.#query), [
      ...PER_MODEL,
      CLASS,
    ]);
    return copied(eq(favorable, n(1)), labelOf(CLASS), labelOf(side));
  }
}
