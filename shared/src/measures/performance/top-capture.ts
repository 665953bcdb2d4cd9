import { binnedOutcomes } from '../../counts/scored-outcomes.ts';
import { topPositives } from '../../promql/top-positives.ts';
import { scoredOutcomes } from '../../promql/outcome-scores.ts';
import { topCapture as topCaptureOf } from '../../statistics/top-capture.ts';
import { rateMeasure } from '../../templates/rate-measure.ts';
import { SCORE_INPUTS, scoreLegend } from '../../templates/score-measure.ts';

/** The share of outcomes with the highest scores that lift and capture look at. */
export const TOP = 0.1;

export const topCapture = rateMeasure({
  id: 'top-capture',
  name: 'Capture in the top 10 %',
  description:
    'Share of the class that is found among the 10 % of outcomes with the highest scores. Within the bin in which these ' +
    'end, outcomes are taken to be mixed evenly; at worst it is off by the share of P in that bin.',
  definition: 'P among the highest 10 % of scores / P',
  source: 'Cumulative gains, as in Berry & Linoff, Data Mining Techniques',
  family: 'performance',
  subject: 'model',
  worse: 'lower',
  inputs: [...SCORE_INPUTS, 'significance'],
  legend: scoreLegend,
  counts: binnedOutcomes,
  rate: {
    of: (outcomes) => topCaptureOf(outcomes, TOP),
    promql: (query) => ({ numerator: topPositives(query, TOP), denominator: scoredOutcomes(query, 'positives') }),
  },
});
