import { abs, div, gt, max, n, sub } from '@grafana/promql-builder';
import type { Expression } from '../../promql/expression.ts';
import { outcomesFromBin, PER_SCORE, scoredOutcomes, type Side } from '../../promql/outcome-scores.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { kolmogorovSmirnovStatistic } from '../../statistics/kolmogorov-smirnov-statistic.ts';
import { scoreMeasure } from '../../templates/score-measure.ts';

/** Share of one side in each bin and above. */
function shareFromBin(query: MeasureQuery, side: Side): Expression {
  return div(outcomesFromBin(query, side), gt(scoredOutcomes(query, side), n(0)))
    .on([...PER_SCORE])
    .groupLeft([]);
}

export const classSeparation = scoreMeasure({
  id: 'class-separation',
  name: 'KS of the classes',
  description:
    'Largest difference of the shares of the class and of other outcomes above an edge: 0 is chance, 1 is perfect. It is ' +
    'never too high, and too low by at most the largest share of either that lies in one bin.',
  definition: 'max over edges |share of P above − share of N above|',
  source: 'SciPy, ks_2samp of the scores of both',
  unit: 'share',
  worse: 'lower',
  value: {
    of: ({ positives, negatives }) => kolmogorovSmirnovStatistic(positives, negatives),
    promql: (query) =>
      max(abs(sub(shareFromBin(query, 'positives'), shareFromBin(query, 'negatives')))).by([...PER_SCORE]),
  },
});
