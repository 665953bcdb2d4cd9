import { and } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { legendLabel } from '../conventions/series.ts';
import { binnedOutcomes, calibratedOutcomes, type BinnedOutcomes } from '../counts/scored-outcomes.ts';
import type { Counts } from '../counts/counts.ts';
import { modelLegend } from '../distributions/model-legend.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import { scoredOutcomes } from '../promql/outcome-scores.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import { outcomesIn, type CalibratedOutcomes, type ScoredOutcomes } from '../statistics/scored-outcomes.ts';
import type { Description, Input } from './description.ts';
import { defineMeasure, type Measure } from './measure.ts';

/** The inputs of a measure of scores; `favorable` is the class of the score. */
export const SCORE_INPUTS = [
  'model',
  'version',
  'favorable',
  'minimumObservations',
] as const satisfies readonly Input[];

/** Name of one score: of the model and of the class, since several classes may have scores. */
export const scoreLegend = (): string => `${modelLegend()} ${legendLabel(ATTRIBUTES.scoreClass)}`;

interface ScoreDefinition<Id extends string, C> extends Omit<
  Description<Id>,
  'family' | 'subject' | 'inputs' | 'legend'
> {
  readonly value: {
    of(outcomes: C): number;
    promql?(query: MeasureQuery): Expression;
  };
  /** Lower and upper end of its interval, and by which method. */
  readonly interval?: {
    readonly source: string;
    of(outcomes: C, significance: number | undefined): readonly [lower: number, upper: number];
  };
}

/** A statistic of outcomes by the bins of their scores. */
export function scoreMeasure<const Id extends string>(definition: ScoreDefinition<Id, BinnedOutcomes>): Measure<Id> {
  return measureOf(definition, binnedOutcomes);
}

/** A statistic that takes the scores themselves as probabilities. */
export function calibrationMeasure<const Id extends string>(
  definition: ScoreDefinition<Id, CalibratedOutcomes>,
): Measure<Id> {
  return measureOf(definition, calibratedOutcomes);
}

function measureOf<const Id extends string, C extends ScoredOutcomes>(
  { value, interval, ...description }: ScoreDefinition<Id, C>,
  counts: Counts<C>,
): Measure<Id> {
  const { promql } = value;
  return defineMeasure<Id, C>({
    ...description,
    family: 'performance',
    subject: 'model',
    inputs: interval === undefined ? SCORE_INPUTS : [...SCORE_INPUTS, 'significance'],
    legend: scoreLegend,
    counts,
    value: {
      of: (outcomes, query) => whenEnough(value.of(outcomes), outcomesIn(outcomes), query),
      ...(promql === undefined
        ? {}
        : { promql: (query) => and(promql(query), atLeastMinimum(scoredOutcomes(query), query)) }),
    },
    observations: { of: outcomesIn, promql: (query) => scoredOutcomes(query) },
    ...(interval === undefined
      ? {}
      : {
          interval: {
            source: interval.source,
            of: (outcomes, query) => {
              const [lower, upper] = interval.of(outcomes, query.significance);
              const count = outcomesIn(outcomes);
              return [whenEnough(lower, count, query), whenEnough(upper, count, query)];
            },
          },
        }),
  });
}
