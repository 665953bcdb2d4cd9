import { calibratedPredictions } from '../../counts/calibrated-predictions.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { heldOut, predictionsIn } from '../../statistics/calibrated-predictions.ts';
import { valueOfRate } from '../../statistics/rate.ts';
import { uncertainPredictions } from '../../statistics/uncertain-share.ts';
import { allPredictions } from '../../templates/estimated-measure.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { SCORE_INPUTS, scoreLegend } from '../../templates/score-measure.ts';

/** How far from the threshold a score is uncertain. */
const BAND = 0.1;

export const uncertainShare = defineMeasure({
  id: 'uncertain-share',
  name: 'Uncertain share',
  description:
    'Share of predictions whose score is at most 0.1 away from the decision threshold: a slightly different score would ' +
    'have changed them. Of the two bins in which that band ends it takes the part that the band covers, so at worst it is ' +
    'off by their shares.',
  definition: 'predictions with |score − threshold| ≤ 0.1 / predictions',
  source: 'Settles, Active Learning Literature Survey (2009), section 3.1, uncertainty sampling',
  family: 'performance',
  unit: 'share',
  subject: 'model',
  worse: 'higher',
  inputs: [...SCORE_INPUTS, 'significance'],
  legend: scoreLegend,
  counts: calibratedPredictions,
  // PromQL cannot compare the edges of bins, which are texts.
  value: {
    of: (scores, query) => whenEnough(valueOfRate(uncertainPredictions(scores, BAND)), predictionsIn(scores), query),
  },
  rate: { of: (scores) => uncertainPredictions(scores, BAND) },
  trained: {
    of: (scores) => valueOfRate(uncertainPredictions({ ...scores, predictions: heldOut(scores).predictions }, BAND)),
  },
  observations: { of: predictionsIn, promql: allPredictions },
});
