import { seriesOf, type Counts, type Selected, type Selections, type Subject } from '../counts/counts.ts';
import { comparedTogether, type Together } from '../distributions/compared-together.ts';
import { valuesBy, type ValueOf } from '../distributions/grouped-series.ts';
import type { Expression } from '../promql/expression.ts';
import type { Labels } from '../query/answers.ts';
import {
  DEFAULT_MINIMUM_OBSERVATIONS,
  OBSERVATIONS_PER_BIN,
  type Aspect,
  type MeasureQuery,
} from '../query/measure-query.ts';
import type { Column } from '../statistics/columns.ts';
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

/** One number that may depend on how many features are asked together, computed in both ways. */
interface Corrected<C> {
  /** @param together - features asked together, of which none is to exceed the number by noise; few need to know it */
  of(counts: C, query: MeasureQuery, together: () => number): number;
  promql?(query: MeasureQuery, together: Together | undefined): Expression;
}

/** The same where a value is computed at all times at once, from what is known of a subject. */
interface AtAllTimes<S> extends Pick<Corrected<never>, 'promql'> {
  /** A column with NaN where the subject has no value. */
  over(subject: S, query: MeasureQuery): Column;
}

/** How a measure is computed from counts of one kind. */
export interface Definition<Id extends string, C, S extends Subject<C> = Subject<C>> extends Description<Id> {
  readonly counts: Counts<C, S>;
  readonly value: Corrected<NoInfer<C>> | AtAllTimes<NoInfer<S>>;
  /** Observations that each value rests on. */
  readonly observations?: BothRoads<NoInfer<C>, number, Expression>;
  /** Numerator and denominator of a measure that is a share; `applies` says for which queries it is one. */
  readonly rate?: BothRoads<NoInfer<C>, Rate<number>, Rate<Expression>> & { applies?(query: MeasureQuery): boolean };
  /** Interval of a measure that is no share, and the method that gives it. */
  readonly interval?: {
    readonly source: string;
    of(counts: NoInfer<C>, query: MeasureQuery): readonly [lower: number, upper: number];
  };
  /** Share of the training data that had the problem, where a share of problems is held against it. */
  readonly training?: {
    readonly share: Required<BothRoads<NoInfer<C>, number, Expression>>;
    /** The rate before the training share was taken off it, if `rate` is what is left. */
    readonly gross?: Required<BothRoads<NoInfer<C>, Rate<number>, Rate<Expression>>>;
  };
  /** The same of the training data, of a measure that is no share. */
  readonly trained?: Required<BothRoads<NoInfer<C>, number, Expression>>;
  /** Whether an answer may hold the counts behind a value; PromQL gives those of the `counts` that it may hold. */
  readonly disclosure?: {
    of(found: NoInfer<C>, query: MeasureQuery): boolean;
    promql(counts: Expression, query: MeasureQuery): Expression;
  };
  /**
   * Value that sampling noise alone goes beyond, to the worse side, with the query's significance, in any of the features
   * asked together.
   */
  readonly criticalValue?: Corrected<NoInfer<C>>;
  /** Whether a value compares bin by bin, and needs observations for each bin. */
  readonly comparesBins?: boolean;
}

/** Aspects of one subject at one time; NaN for those without a value. */
type Aspects = Readonly<Partial<Record<Aspect, number>>> & { readonly value: number };

/** One subject, such as a feature, with all its aspects at each time of the query. */
export interface EvaluatedSubject {
  readonly labels: Labels;
  /** The values at all times, where they are computed at once. */
  readonly values?: (() => Column) | undefined;
  /** The wanted aspects; undefined where nothing is known at the `index`-th time. */
  at(index: number, wanted: ReadonlySet<Aspect>): Aspects | undefined;
  /** Where a limit of the value lies at the `index`-th time, given the limit of its excess over the training share. */
  limitAt(index: number, excess: number): number;
}

/** One measure: its meaning and source, what to ask the store for, and how to evaluate the answer. */
export interface Measure<Id extends string = string> extends Omit<Description<Id>, 'legend'> {
  /** Observations below which there is no value, unless a query says otherwise. */
  readonly minimumObservations: number;
  /** Observations for each bin that the baseline uses, below which there is no value either; 0 where bins do not matter. */
  readonly observationsPerBin: number;
  /** Whether the measure can be written as PromQL. */
  readonly hasPromql: boolean;
  /** Whether it is a share of observations, which has a numerator, a denominator and an interval. */
  readonly isRate: boolean;
  /** Method of the interval of a measure that is no share; undefined where there is none. */
  readonly intervalSource?: string;
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
export function defineMeasure<const Id extends string, C, S extends Subject<C> = Subject<C>>(
  definition: Definition<Id, C, S>,
): Measure<Id> {
  const { counts, value, observations, rate, interval, training, trained, disclosure, ...others } = definition;
  const { criticalValue, comparesBins, legend, ...description } = others;
  // What is left after the training share was taken off it has none.
  const isHeldAgainstTraining = training !== undefined && training.gross === undefined;
  const isRate = (query: MeasureQuery): boolean => rate !== undefined && rate.applies?.(query) !== false;
  const expressions: AspectExpressions = {
    value: value.promql,
    observations: observations?.promql,
    rate: (query) => (isRate(query) ? rate?.promql?.(query) : undefined),
    training: training && { share: training.share.promql, gross: training.gross?.promql },
    trained: trained?.promql,
    criticalValue: criticalValue?.promql,
    disclosed: (expression, query) => disclosure?.promql(expression, query) ?? expression,
    worse: description.worse,
    together,
  };
  return {
    ...description,
    minimumObservations: DEFAULT_MINIMUM_OBSERVATIONS,
    observationsPerBin: comparesBins === true ? OBSERVATIONS_PER_BIN : 0,
    hasPromql: value.promql !== undefined,
    isRate: rate !== undefined,
    ...(interval === undefined ? {} : { intervalSource: interval.source }),
    hasCriticalValue: criticalValue !== undefined,
    legend: (query) => legend?.(query) ?? legendOf(description.subject, query),
    aspects: (query) => [
      'value',
      ...(observations === undefined ? [] : (['observations'] as const)),
      ...(isRate(query) ? (['numerator', 'lower', 'upper'] as const) : []),
      ...(interval === undefined ? [] : (['lower', 'upper'] as const)),
      ...(isHeldAgainstTraining || trained !== undefined ? (['training'] as const) : []),
      ...(training === undefined ? [] : (['excess'] as const)),
      ...(criticalValue === undefined ? [] : (['critical-value'] as const)),
    ],
    promql: (query, aspect) => aspectExpression(expressions, query, aspect),
    selections: (query) => {
      const compared = together(query);
      return { ...counts.selections(query), ...(compared === undefined ? {} : { [TOGETHER]: compared.count() }) };
    },
    evaluate: (query, selected) => {
      const number = numberTogether(together(query), selected);
      return counts.read(query, selected).map((subject) => evaluated(subject, query, number));
    },
  };

  /** What shares a significance: the features of a model. Groups count their comparisons themselves. */
  function together(query: MeasureQuery): Together | undefined {
    const ofFeatures = description.subject === 'feature' || description.subject === 'distribution';
    return ofFeatures && description.inputs.includes('significance') ? comparedTogether(query) : undefined;
  }

  function evaluated(subject: S, query: MeasureQuery, number: ValueOf): EvaluatedSubject {
    const { labels } = subject;
    let column: Column | undefined;
    const values = 'over' in value ? (): Column => (column ??= value.over(subject, query)) : undefined;
    const plainAt = (index: number, found: C, together: () => number): number =>
      'over' in value ? (values?.()[index] ?? NaN) : value.of(found, query, together);
    return {
      labels,
      values: query.significance === undefined ? values : undefined,
      at: (index, wanted) => {
        const found = subject.at(index);
        if (found === undefined) return undefined;
        const together = (): number => number(labels, index);
        const plain = wanted.has('value') ? plainAt(index, found, together) : NaN;
        return aspectsOf(found, query, together, wanted, plain);
      },
      limitAt: (index, excess) => {
        const found = training && subject.at(index);
        if (found === undefined) return training === undefined ? excess : NaN;
        const share = training?.share.of(found, query) ?? 0;
        return (training?.gross === undefined ? share : 0) + excess * (1 - share);
      },
    };
  }

  /**
   * Only what is wanted: a critical value costs more than the value, and nobody looks at most of them. It assigns field by
   * field, since it runs for every series and every time.
   */
  function aspectsOf(
    found: C,
    query: MeasureQuery,
    number: () => number,
    wanted: ReadonlySet<Aspect>,
    plain: number,
  ): Aspects {
    const { significance } = query;
    const critical =
      wanted.has('critical-value') || significance !== undefined ? criticalValue?.of(found, query, number) : undefined;
    const aspects: { -readonly [Each in Aspect]?: number } & { value: number } = {
      value: significance !== undefined && critical !== undefined && isNoise(plain, critical) ? NaN : plain,
    };
    if (critical !== undefined) aspects['critical-value'] = critical;
    if (wanted.size === 1 && wanted.has('value')) return aspects;
    const disclosed = disclosure?.of(found, query) !== false;
    if (observations !== undefined && wanted.has('observations')) {
      aspects.observations = disclosed ? observations.of(found, query) : NaN;
    }
    if (rate !== undefined && OF_RATES.some((aspect) => wanted.has(aspect)) && isRate(query)) {
      Object.assign(aspects, rateAspects(found, disclosed ? rate.of(found, query) : NO_RATE, query, number));
    }
    if (wanted.has('lower') || wanted.has('upper')) Object.assign(aspects, intervalAspects(found, query));
    const ofTraining = isHeldAgainstTraining ? training.share : trained;
    if (ofTraining !== undefined && wanted.has('training')) aspects.training = ofTraining.of(found, query);
    return aspects;
  }

  function intervalAspects(found: C, query: MeasureQuery): Partial<Record<Aspect, number>> {
    if (interval === undefined) return {};
    const [lower, upper] = interval.of(found, query);
    return { lower, upper };
  }

  function rateAspects(
    found: C,
    rate: Rate<number>,
    query: MeasureQuery,
    number: () => number,
  ): Partial<Record<Aspect, number>> {
    const enough = !Number.isNaN(whenEnough(valueOfRate(rate), rate.denominator, query));
    const numerator = enough ? rate.numerator : NaN;
    const all = training?.gross?.of(found, query) ?? rate;
    const [lower, upper] = enough ? wilsonInterval(all, query.significance, number()) : [NaN, NaN];
    if (training === undefined) return { numerator, lower, upper };
    const share = training.share.of(found, query);
    const over = (bound: number): number => Math.max(0, bound - share);
    const excess = over(query.significance === undefined && enough ? valueOfRate(all) : lower) / (1 - share);
    return {
      numerator,
      ...(training.gross === undefined ? { lower, upper } : { lower: over(lower), upper: over(upper) }),
      // Where every training row had the problem, nothing can exceed them.
      excess: share < 1 ? excess : NaN,
    };
  }

  /** Whether noise alone may have caused a value: with a significance it is left out. */
  function isNoise(plain: number, critical: number): boolean {
    switch (description.worse) {
      case 'higher':
        return !(plain > critical);
      case 'lower':
        return !(plain < critical);
      case 'neither':
        return !(Math.abs(plain) > critical);
    }
  }
}

/** Aspects that follow from numerator and denominator. */
const OF_RATES: readonly Aspect[] = ['numerator', 'lower', 'upper', 'excess'];

const NO_RATE: Rate<number> = { numerator: NaN, denominator: NaN };

/** Selection of how many features are asked together. */
const TOGETHER = 'compared together';

/** How many features are asked together with those of some labels. */
function numberTogether(together: Together | undefined, selected: Selected): ValueOf {
  if (together === undefined) return () => 1;
  return valuesBy(seriesOf(selected, TOGETHER), together.per);
}
