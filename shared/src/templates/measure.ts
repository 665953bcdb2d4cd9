import type { Counts, Selected, Selections, Subject } from '../counts/counts.ts';
import type { Expression } from '../promql/expression.ts';
import type { Labels } from '../query/answers.ts';
import { DEFAULT_MINIMUM_OBSERVATIONS, type Aspect, type MeasureQuery } from '../query/measure-query.ts';
import { valueOfRate, type Rate } from '../statistics/rate.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import { aspectExpression, type AspectExpressions } from './aspect-expressions.ts';
import type { Description } from './description.ts';
import { legendOf } from './legend.ts';

/** One number computed in both ways: from counts, and as PromQL for what runs without the plugin. */
export interface BothRoads<C, Value, Text> {
  /** NaN where the counts give no value. */
  of(counts: C, query: MeasureQuery): Value;
  /** Absent where PromQL cannot express it. */
  promql?(query: MeasureQuery): Text;
}

/** How a measure is computed from counts of one kind. */
export interface Definition<Id extends string, C> extends Description<Id> {
  readonly counts: Counts<C>;
  readonly value: BothRoads<NoInfer<C>, number, Expression>;
  /** Observations that each value rests on. */
  readonly observations?: BothRoads<NoInfer<C>, number, Expression>;
  /** Numerator and denominator of a measure that is a share; `applies` says for which queries it is one. */
  readonly rate?: BothRoads<NoInfer<C>, Rate<number>, Rate<Expression>> & { applies?(query: MeasureQuery): boolean };
  /** Whether an answer may hold the counts behind a value; PromQL gives those of the `counts` that it may hold. */
  readonly disclosure?: {
    of(found: NoInfer<C>, query: MeasureQuery): boolean;
    promql(counts: Expression, query: MeasureQuery): Expression;
  };
  /** Value that sampling noise alone exceeds with the query's significance. */
  readonly criticalValue?: BothRoads<NoInfer<C>, number, Expression>;
}

/** All aspects of one subject at one time; NaN for those without a value. */
type Aspects = Readonly<Partial<Record<Aspect, number>>> & { readonly value: number };

/** One subject, such as a feature, with all its aspects at each time of the query. */
export interface EvaluatedSubject {
  readonly labels: Labels;
  /** Undefined where nothing is known at the `index`-th time. */
  at(index: number): Aspects | undefined;
}

/** One measure: its meaning and source, what to ask the store for, and how to evaluate the answer. */
export interface Measure<Id extends string = string> extends Omit<Description<Id>, 'legend'> {
  /** Observations below which there is no value, unless a query says otherwise. */
  readonly minimumObservations: number;
  /** Whether the measure can be written as PromQL. */
  readonly hasPromql: boolean;
  /** Whether it is a share of observations, which has a numerator, a denominator and an interval. */
  readonly isRate: boolean;
  /** Whether it has a critical value. */
  readonly hasCriticalValue: boolean;
  /** Name of one series of the result, in Grafana's legend format. */
  legend(query: MeasureQuery): string;
  /** What can be shown of the measure for a query. */
  aspects(query: MeasureQuery): Aspect[];
  /** One aspect as PromQL; undefined where the measure lacks it or PromQL cannot express it. */
  promql(query: MeasureQuery, aspect: Aspect): Expression | undefined;
  selections(query: MeasureQuery): Selections;
  evaluate(query: MeasureQuery, selected: Selected): EvaluatedSubject[];
}

/** Makes a measure from its definition, and hides the type of its counts. */
export function defineMeasure<const Id extends string, C>(definition: Definition<Id, C>): Measure<Id> {
  const { counts, value, observations, rate, disclosure, criticalValue, legend, ...description } = definition;
  const isRate = (query: MeasureQuery): boolean => rate !== undefined && rate.applies?.(query) !== false;
  const expressions: AspectExpressions = {
    value: value.promql,
    observations: observations?.promql,
    rate: (query) => (isRate(query) ? rate?.promql?.(query) : undefined),
    criticalValue: criticalValue?.promql,
    disclosed: (expression, query) => disclosure?.promql(expression, query) ?? expression,
    size: description.worse === 'neither' ? 'absolute' : 'signed',
  };
  return {
    ...description,
    minimumObservations: DEFAULT_MINIMUM_OBSERVATIONS,
    hasPromql: value.promql !== undefined,
    isRate: rate !== undefined,
    hasCriticalValue: criticalValue !== undefined,
    legend: (query) => legend?.(query) ?? legendOf(description.subject, query),
    aspects: (query) => [
      'value',
      ...(observations === undefined ? [] : (['observations'] as const)),
      ...(isRate(query) ? (['numerator', 'lower', 'upper'] as const) : []),
      ...(criticalValue === undefined ? [] : (['critical-value'] as const)),
    ],
    promql: (query, aspect) => aspectExpression(expressions, query, aspect),
    selections: counts.selections,
    evaluate: (query, selected) => counts.read(query, selected).map((subject) => evaluated(subject, query)),
  };

  function evaluated(subject: Subject<C>, query: MeasureQuery): EvaluatedSubject {
    return {
      labels: subject.labels,
      at: (index) => {
        const found = subject.at(index);
        return found === undefined ? undefined : aspectsOf(found, query);
      },
    };
  }

  function aspectsOf(found: C, query: MeasureQuery): Aspects {
    const critical = criticalValue?.of(found, query);
    const plain = value.of(found, query);
    const disclosed = disclosure?.of(found, query) !== false;
    return {
      value: isNoise(plain, critical, query) ? NaN : plain,
      ...(observations === undefined ? {} : { observations: disclosed ? observations.of(found, query) : NaN }),
      ...(isRate(query) && rate !== undefined ? rateAspects(disclosed ? rate.of(found, query) : NO_RATE, query) : {}),
      ...(critical === undefined ? {} : { 'critical-value': critical }),
    };
  }

  /** With a significance, a value that noise alone may have caused is left out. */
  function isNoise(plain: number, critical: number | undefined, { significance }: MeasureQuery): boolean {
    if (significance === undefined || critical === undefined) return false;
    return !((expressions.size === 'absolute' ? Math.abs(plain) : plain) > critical);
  }
}

const NO_RATE: Rate<number> = { numerator: NaN, denominator: NaN };

function rateAspects(rate: Rate<number>, query: MeasureQuery): Partial<Record<Aspect, number>> {
  if (Number.isNaN(whenEnough(valueOfRate(rate), rate.denominator, query))) {
    return { numerator: NaN, lower: NaN, upper: NaN };
  }
  const [lower, upper] = wilsonInterval(rate, query.significance);
  return { numerator: rate.numerator, lower, upper };
}
