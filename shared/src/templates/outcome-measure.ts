import { and, div, gt, n } from '@grafana/promql-builder';
import { modelOutcomes, type ModelOutcomes } from '../counts/model-outcomes.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import { Outcomes, type Cells } from '../promql/outcomes.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { accuracyOf } from '../statistics/accuracy.ts';
import {
  averageOverClasses,
  countsOfClass,
  type ClassCounts,
  type ConfusionCell,
} from '../statistics/confusion-matrix.ts';
import type { Rate } from '../statistics/rate.ts';
import { averageExpression } from './average-expression.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import type { Description } from './description.ts';
import { defineMeasure, type BothRoads, type Measure } from './measure.ts';

type OutcomeDefinition<Id extends string> = Omit<Description<Id>, 'family' | 'subject' | 'inputs'> & {
  readonly value: {
    of(cells: readonly ConfusionCell[]): number;
    promql(query: MeasureQuery): Expression;
  };
};

/** A statistic of the whole confusion matrix of a model. */
export function outcomeMeasure<const Id extends string>({ value, ...description }: OutcomeDefinition<Id>): Measure<Id> {
  return defineMeasure({
    ...description,
    family: 'performance',
    subject: 'model',
    inputs: ['model', 'version', 'minimumObservations'],
    counts: modelOutcomes,
    value: {
      of: ({ cells }, query) => whenEnough(value.of(cells), outcomesIn(cells), query),
      promql: (query) => and(value.promql(query), atLeastMinimum(Outcomes.ofModel(query).count(), query)),
    },
    observations: OUTCOMES,
  });
}

type ClassDefinition<Id extends string> = Omit<Description<Id>, 'family' | 'subject' | 'inputs' | 'unit' | 'worse'> & {
  readonly ofClass: {
    /** The statistic of one class; NaN if it has none. */
    of(counts: ClassCounts<number>): number;
    promql(counts: ClassCounts<() => Expression>): Expression;
  };
  /** The cells that a share is taken of; absent if the statistic is not a share. */
  readonly denominator?: 'predicted' | 'actual';
};

/** A statistic of one class against all others: of the favorable class, or averaged over all classes. */
export function classMeasure<const Id extends string>({
  ofClass,
  denominator,
  ...description
}: ClassDefinition<Id>): Measure<Id> {
  return defineMeasure({
    ...description,
    family: 'performance',
    subject: 'model',
    unit: 'share',
    worse: 'lower',
    inputs: [
      'model',
      'version',
      'favorable',
      'average',
      'minimumObservations',
      ...(denominator === undefined ? [] : (['significance'] as const)),
    ],
    counts: modelOutcomes,
    value: {
      of: (counts, query) => whenEnough(classValue(counts, query, ofClass.of), outcomesIn(counts.cells), query),
      promql: (query) => {
        const { average = 'favorable' } = query;
        const outcomes = Outcomes.ofModel(query);
        const value =
          average === 'favorable'
            ? ofClass.promql(favorableCounts(outcomes))
            : averageExpression(outcomes, average, ofClass.promql);
        return and(value, atLeastMinimum(outcomes.count(), query));
      },
    },
    observations: OUTCOMES,
    ...(denominator === undefined ? {} : { rate: favorableRate(denominator) }),
  });
}

/** Outcomes of a model in the window. */
export const OUTCOMES: BothRoads<Pick<ModelOutcomes, 'cells'>, number, Expression> = {
  of: ({ cells }) => outcomesIn(cells),
  promql: (query) => Outcomes.ofModel(query).count(),
};

function outcomesIn(cells: readonly ConfusionCell[]): number {
  return accuracyOf(cells).denominator;
}

function classValue(
  { cells, favorable }: ModelOutcomes,
  { average = 'favorable' }: MeasureQuery,
  of: (counts: ClassCounts<number>) => number,
): number {
  if (average !== 'favorable') return averageOverClasses(cells, average, of);
  return favorable === undefined ? NaN : of(countsOfClass(cells, favorable));
}

/** True positives of the favorable class among the cells on one side. An average over classes is not such a share. */
function favorableRate(side: 'predicted' | 'actual') {
  return {
    applies: ({ average }: MeasureQuery): boolean => average === undefined || average === 'favorable',
    of: ({ cells, favorable }: ModelOutcomes): Rate<number> => {
      if (favorable === undefined) return { numerator: NaN, denominator: NaN };
      const counts = countsOfClass(cells, favorable);
      return { numerator: counts.truePositives, denominator: counts[side] };
    },
    promql: (query: MeasureQuery): Rate<Expression> => {
      const outcomes = Outcomes.ofModel(query);
      return {
        numerator: outcomes.countOrZero('truePositives', 'all'),
        denominator: outcomes.count(side),
      };
    },
  };
}

function favorableCounts(outcomes: Outcomes): ClassCounts<() => Expression> {
  const filled = (cells: Cells, others: Cells) => (): Expression => outcomes.countOrZero(cells, others);
  return {
    truePositives: filled('truePositives', 'all'),
    predicted: filled('predicted', 'all'),
    actual: filled('actual', 'all'),
  };
}

/** A quotient without a value where the denominator is zero. */
export function quotient(above: Expression, below: Expression): Expression {
  return div(above, gt(below, n(0)));
}
