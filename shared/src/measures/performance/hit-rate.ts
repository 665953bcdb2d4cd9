import { METRICS } from '../../conventions/metrics.ts';
import { rankingHits } from '../../counts/ranking-sums.ts';
import { modelLegend } from '../../distributions/model-legend.ts';
import { CUTOFF, rankingsAtEach, rankingSum } from '../../promql/rankings.ts';
import { rateMeasure } from '../../templates/rate-measure.ts';

export const hitRate = rateMeasure({
  id: 'hit-rate',
  name: 'Hit rate at k',
  description:
    'Share of rankings with at least one relevant item among the first places, up to those that the monitor was told.',
  definition: 'rankings with a relevance above 0 up to place k / rankings',
  source: 'Deshpande & Karypis, Item-based top-N recommendation algorithms (2004), hit rate',
  family: 'performance',
  isOfWholeModels: true,
  subject: 'model',
  worse: 'lower',
  inputs: ['model', 'version', 'minimumObservations', 'significance'],
  legend: () => `${modelLegend()} @{{${CUTOFF}}}`,
  counts: rankingHits,
  rate: {
    of: (hits) => hits,
    promql: (query) => ({
      numerator: rankingSum(METRICS.rankingHits, query),
      denominator: rankingsAtEach(query),
    }),
  },
});
