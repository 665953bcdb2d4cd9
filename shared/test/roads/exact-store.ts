import { startStore, type Store, type StoreKind } from '@driftline/local-store';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { WINDOW } from './exact-series.ts';
import { featureCases, featureSeries, modelRows } from './feature-cases.ts';
import { histogramCases, histogramSeries } from './histogram-cases.ts';
import { otherSeries } from './other-cases.ts';
import { outcomeCases, outcomeSeries } from './outcome-cases.ts';
import { regressionSeries } from './regression-cases.ts';
import { retrainedCases, retrainedSeries } from './retrained-cases.ts';
import { scoreCases, scoreSeries } from './score-cases.ts';

/** What every query over the exact counters asks. */
export const EXACT_QUERY: MeasureQuery = { ...DEFAULT_QUERY, window: WINDOW, minimumObservations: 0 };

/** A store that holds counters of which every window is known exactly. */
export function startExactStore(kind: StoreKind): Promise<Store> {
  return startStore({
    kind,
    history: [
      ...modelRows(),
      ...featureCases().flatMap(featureSeries),
      ...outcomeCases().flatMap(outcomeSeries),
      ...histogramCases().flatMap(histogramSeries),
      ...scoreCases().flatMap(scoreSeries),
      ...otherSeries(),
      ...regressionSeries(),
      ...retrainedCases().flatMap(retrainedSeries),
    ],
    extraArguments:
      kind === 'prometheus' ? ['--storage.tsdb.retention.time=1y'] : ['-retentionPeriod=1y', '-search.maxQueryLen=1MB'],
  });
}
