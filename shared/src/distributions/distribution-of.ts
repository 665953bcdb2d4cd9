import type { MeasureQuery } from '../query/measure-query.ts';
import type { Distribution } from './distribution.ts';
import { featureDistribution } from './feature-distribution.ts';
import { histogramDistribution } from './histogram-distribution.ts';
import { nativeHistogramDistribution } from './native-histogram-distribution.ts';
import { outcomeDistribution } from './outcome-distribution.ts';
import { predictionDistribution } from './prediction-distribution.ts';
import { scoreDistribution } from './score-distribution.ts';

/** The distribution that a query asks about. */
export function distributionOf(query: MeasureQuery): Distribution {
  const of = query.of ?? { kind: 'features' };
  switch (of.kind) {
    case 'features':
      return featureDistribution(query);
    case 'prediction':
      return predictionDistribution(query);
    case 'outcomes':
      return outcomeDistribution(query);
    case 'scores':
      return scoreDistribution(query);
    case 'histogram':
      return of.native === true ? nativeHistogramDistribution(query, of) : histogramDistribution(query, of);
  }
}
