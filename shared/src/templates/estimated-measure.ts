import { and } from '@grafana/promql-builder';
import { calibratedPredictions } from '../counts/calibrated-predictions.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import { heldOutRows, scoredPredictions, type CountsByBin } from '../promql/calibrated-scores.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_SCORE } from '../promql/outcome-scores.ts';
import { sumBy } from '../promql/sum-by.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import { heldOut, predictionsIn, type CalibratedPredictions } from '../statistics/calibrated-predictions.ts';
import { estimateInterval, type Estimate } from '../statistics/estimate.ts';
import type { Description } from './description.ts';
import { defineMeasure, type Measure } from './measure.ts';
import { SCORE_INPUTS, scoreLegend } from './score-measure.ts';

/** What all estimates rest on, for their descriptions. */
const METHOD = 'NannyML, confidence-based performance estimation, over bins of the score';

interface EstimatedDefinition<Id extends string> extends Pick<
  Description<Id>,
  'id' | 'name' | 'description' | 'definition'
> {
  of(calibrated: CalibratedPredictions): Estimate;
  /** @param counts - predictions by bin, or held-out rows for the same of these */
  promql(query: MeasureQuery, counts: CountsByBin): Expression;
}

/**
 * Performance that is to be expected of predictions whose outcomes are not known yet, from how often each bin of the score
 * was right in held-out data.
 */
export function estimatedMeasure<const Id extends string>({
  of,
  promql,
  ...description
}: EstimatedDefinition<Id>): Measure<Id> {
  return defineMeasure<Id, CalibratedPredictions>({
    ...description,
    source: METHOD,
    family: 'performance',
    unit: 'share',
    subject: 'model',
    worse: 'lower',
    inputs: [...SCORE_INPUTS, 'significance'],
    legend: scoreLegend,
    counts: calibratedPredictions,
    value: {
      of: (calibrated, query) => whenEnough(of(calibrated).value, predictionsIn(calibrated), query),
      promql: (query) => and(promql(query, scoredPredictions), enoughPredictions(query)),
    },
    observations: { of: predictionsIn, promql: allPredictions },
    trained: {
      of: (calibrated) => of(heldOut(calibrated)).value,
      promql: (query) => promql(query, heldOutRows),
    },
    interval: {
      source: 'delta method',
      of: (calibrated, query) => {
        const count = predictionsIn(calibrated);
        const [lower, upper] = estimateInterval(of(calibrated), query.significance);
        return [whenEnough(lower, count, query), whenEnough(upper, count, query)];
      },
    },
  });
}

/** Predictions of each score. */
export function allPredictions(query: MeasureQuery): Expression {
  return sumBy(scoredPredictions(query), PER_SCORE);
}

/** The same where they reach the query's minimum. */
export function enoughPredictions(query: MeasureQuery): Expression {
  return atLeastMinimum(allPredictions(query), query);
}
