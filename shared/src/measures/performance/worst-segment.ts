import { div, gt, n, or, sub } from '@grafana/promql-builder';
import { profileAccuracy } from '../../counts/accuracy-change.ts';
import { losses, trainedError } from '../../counts/segment-losses.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import type { Expression } from '../../promql/expression.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import { absoluteErrors, errorCount } from '../../promql/regression-errors.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { defineMeasure } from '../../templates/measure.ts';

/** Each segment is held against its own rows: the whole would call every segment worse that was always harder. */
function ofTraining(query: MeasureQuery): MeasureQuery {
  return { ...query, baseline: { kind: 'reference' } };
}

function accuracyDrop(query: MeasureQuery): Expression {
  const outcomes = Outcomes.ofModel(query);
  return sub(profileAccuracy(query), div(outcomes.correct(), atLeastMinimum(outcomes.count(), query)));
}

function errorRise(query: MeasureQuery): Expression {
  const error = div(absoluteErrors(query), atLeastMinimum(errorCount(query), query));
  return sub(div(error, gt(trainedError(query), n(0))), n(1));
}

export const worstSegment = defineMeasure({
  id: 'worst-segment',
  name: 'Worst segment',
  description:
    'The segment whose performance is furthest below that of its own training rows: by how much its accuracy is lower, ' +
    'or its mean absolute error higher. Segments with too few outcomes are left out.',
  definition:
    'the largest of accuracy of the training rows − accuracy in the window, or of MAE in the window / MAE of the training rows − 1, ' +
    'over the segments',
  source: 'By convention, the worst slice of a model, as in slice finding (Chung et al. 2019)',
  family: 'performance',
  unit: 'share',
  subject: 'model',
  worse: 'higher',
  picks: 'worst segment',
  inputs: ['model', 'version', 'minimumObservations'],
  counts: {
    selections: (query) => losses.selections(ofTraining(query)),
    read: (query, selected) => losses.read(ofTraining(query), selected),
  },
  value: {
    of: ({ value, outcomes }, query) => whenEnough(value, outcomes, query),
    promql: (query) => or(accuracyDrop(query), errorRise(query)),
  },
  observations: {
    of: ({ outcomes }) => outcomes,
    promql: (query) => or(Outcomes.ofModel(query).count(), errorCount(query)),
  },
});
