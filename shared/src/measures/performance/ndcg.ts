import { div } from '@grafana/promql-builder';
import { METRICS } from '../../conventions/metrics.ts';
import { rankingGains } from '../../counts/ranking-sums.ts';
import { modelLegend } from '../../distributions/model-legend.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import { CUTOFF, rankingsAtEach, rankingSum } from '../../promql/rankings.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { valueOfRate } from '../../statistics/rate.ts';
import { defineMeasure } from '../../templates/measure.ts';

export const ndcg = defineMeasure({
  id: 'ndcg',
  name: 'NDCG at k',
  description:
    'Normalized discounted cumulative gain of rankings up to the places that the monitor was told, on average: 1 where ' +
    'the most relevant items come first. A ranking without anything relevant has 0.',
  definition: 'mean of DCG@k / DCG@k of the best order, DCG@k = Σ relevance_i / log2(i + 1) over places i ≤ k',
  source: 'Järvelin & Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002); scikit-learn, ndcg_score',
  family: 'performance',
  isOfWholeModels: true,
  unit: 'share',
  subject: 'model',
  worse: 'lower',
  inputs: ['model', 'version', 'minimumObservations'],
  legend: () => `${modelLegend()} @{{${CUTOFF}}}`,
  counts: rankingGains,
  value: {
    of: (gains, query) => whenEnough(valueOfRate(gains), gains.denominator, query),
    promql: (query) => div(rankingSum(METRICS.rankingGain, query), atLeastMinimum(rankingsAtEach(query), query)),
  },
  observations: { of: ({ denominator }) => denominator, promql: rankingsAtEach },
});
