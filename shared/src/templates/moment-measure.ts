import { and } from '@grafana/promql-builder';
import { windowMoments, type WindowMoments } from '../counts/window-moments.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import { featureObservations } from '../promql/feature-values.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import type { Description } from './description.ts';
import { defineMeasure, type Measure } from './measure.ts';

type MomentDefinition<Id extends string> = Pick<
  Description<Id>,
  'id' | 'name' | 'description' | 'definition' | 'source'
> & {
  readonly value: {
    of(moments: WindowMoments): number;
    /** @param observations - in the window, where there are enough */
    promql(query: MeasureQuery, observations: Expression): Expression;
  };
  /** The same of the training data, where the profile is recorded with it. */
  readonly trained?: {
    of(training: WindowMoments['training']): number;
    promql(query: MeasureQuery): Expression;
  };
};

/** What the values of a numeric feature are like, in the unit of the feature: no limit fits all features. */
export function momentMeasure<const Id extends string>({
  value,
  trained,
  ...description
}: MomentDefinition<Id>): Measure<Id> {
  const enough = (query: MeasureQuery): Expression => atLeastMinimum(featureObservations(query), query);
  return defineMeasure<Id, WindowMoments>({
    ...description,
    family: 'drift',
    subject: 'feature',
    unit: 'index',
    worse: 'neither',
    inputs: ['model', 'version', 'feature', 'minimumObservations'],
    counts: windowMoments,
    value: {
      of: (moments, query) => whenEnough(value.of(moments), moments.observations, query),
      promql: (query) => value.promql(query, enough(query)),
    },
    observations: { of: ({ observations }) => observations, promql: (query) => featureObservations(query) },
    ...(trained === undefined
      ? {}
      : {
          trained: {
            of: ({ training }) => trained.of(training),
            promql: (query) => and(trained.promql(query), featureObservations(query)),
          },
        }),
  });
}
