import { div, gt, mul, n } from '@grafana/promql-builder';
import { scoredOutcomes } from '../../promql/outcome-scores.ts';
import { topPositives } from '../../promql/top-positives.ts';
import { valueOfRate } from '../../statistics/rate.ts';
import { topCapture as topCaptureOf } from '../../statistics/top-capture.ts';
import { wilsonInterval } from '../../statistics/wilson-interval.ts';
import { scoreMeasure } from '../../templates/score-measure.ts';
import { TOP } from './top-capture.ts';

export const topLift = scoreMeasure({
  id: 'top-lift',
  name: 'Lift in the top 10 %',
  description:
    'How much more frequent the class is among the 10 % of outcomes with the highest scores than among all: 1 is chance, 10 ' +
    'is most. At worst it is off by ten times the share of P in the bin in which the 10 % end.',
  definition: 'capture in the top 10 % / 0.1',
  source: 'Cumulative gains, as in Berry & Linoff, Data Mining Techniques',
  unit: 'index',
  worse: 'lower',
  value: {
    of: (outcomes) => valueOfRate(topCaptureOf(outcomes, TOP)) / TOP,
    promql: (query) => div(topPositives(query, TOP), mul(gt(scoredOutcomes(query, 'positives'), n(0)), n(TOP))),
  },
  interval: {
    source: 'Wilson, of the capture',
    of: (outcomes, significance) => {
      const [lower, upper] = wilsonInterval(topCaptureOf(outcomes, TOP), significance);
      return [lower / TOP, upper / TOP];
    },
  },
});
