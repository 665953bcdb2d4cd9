import type { SeriesHistory } from '@driftline/local-store';
import { ATTRIBUTES, counterSeries, gaugeSeries, labelOf, METRICS, type AttributeName } from '@driftline/shared';

/** What a store holds of one model: features of eleven bins, and decisions on three groups. */
export interface HistoryShape {
  readonly features: number;
  readonly replicas: number;
  /** Seconds since 1970 of the last sample. */
  readonly end: number;
  readonly seconds: number;
  readonly scrapeSeconds: number;
}

const BINS = 11;
const SHARE = gaugeSeries(METRICS.referenceFeatureRatio);

type Named = readonly [name: string, attributes: Readonly<Partial<Record<AttributeName, string>>>];

/** Counters that grow evenly, and gauges that stay. */
export function historyOf({ features, replicas, end, seconds, scrapeSeconds }: HistoryShape): SeriesHistory[] {
  const names = namesOf(features);
  const scrapes = Math.ceil(seconds / scrapeSeconds);
  const times = Array.from({ length: scrapes }, (_, i) => (end - (scrapes - 1 - i) * scrapeSeconds) * 1000);
  return Array.from({ length: replicas }, (_, replica) =>
    names.map(([name, attributes], n): SeriesHistory => {
      const isCounter = name.endsWith('_total');
      const labels = Object.entries(attributes).map(([attribute, value]) => [
        labelOf(attribute as AttributeName),
        value,
      ]);
      return {
        name,
        labels: { ...(Object.fromEntries(labels) as Record<string, string>), instance: `replica ${replica}` },
        samples: times.map((time, i) => [time, isCounter ? i * (100 + (n % 7)) : name === SHARE ? 1 / BINS : 1]),
      };
    }),
  ).flat();
}

function namesOf(features: number): Named[] {
  const model = { [ATTRIBUTES.modelName]: 'income', [ATTRIBUTES.modelVersion]: '1', [ATTRIBUTES.profileId]: 'p' };
  const numbers = (length: number): number[] => Array.from({ length }, (_, i) => i);
  return [
    ...numbers(features).flatMap((f): Named[] => {
      const feature = { ...model, [ATTRIBUTES.featureName]: `feature ${f}` };
      return numbers(BINS).flatMap((bin): Named[] => {
        const ofBin = { ...feature, [ATTRIBUTES.featureBin]: `(${bin}, ${bin + 1}]` };
        return [
          [counterSeries(METRICS.featureObservations), ofBin],
          [SHARE, ofBin],
        ];
      });
    }),
    ...['a', 'b', 'c'].flatMap((group): Named[] => {
      const ofGroup = { ...model, [ATTRIBUTES.groupAttribute]: 'sex', [ATTRIBUTES.groupValue]: group };
      return ['yes', 'no'].flatMap((predicted): Named[] => [
        [counterSeries(METRICS.groupPredictions), { ...ofGroup, [ATTRIBUTES.predictionClass]: predicted }],
        ...['yes', 'no'].map((actual): Named => {
          const cell = { ...ofGroup, [ATTRIBUTES.outcomePredicted]: predicted, [ATTRIBUTES.outcomeActual]: actual };
          return [counterSeries(METRICS.outcomes), cell];
        }),
      ]);
    }),
    [gaugeSeries(METRICS.referencePredictionFavorable), { ...model, [ATTRIBUTES.predictionClass]: 'yes' }],
    [gaugeSeries(METRICS.referenceRows), model],
  ];
}
