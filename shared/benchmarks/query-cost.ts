import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parser } from '@prometheus-io/lezer-promql';
import { query as ask, startStore, type SeriesHistory, type Store, type StoreKind } from '@driftline/local-store';
import {
  ATTRIBUTES,
  compile,
  counterSeries,
  DEFAULT_QUERY,
  FEATURE_PROBLEMS,
  gaugeSeries,
  histogramSeries,
  labelOf,
  MEASURES,
  METRICS,
  type AttributeName,
  type Measure,
} from '@driftline/shared';

const FEATURES = [10, 100, 1000];
const KINDS: readonly StoreKind[] = ['prometheus', 'victoria-metrics'];
const REPLICAS = 10;
const BINS = 11;
const SCRAPE_SECONDS = 30;
const SCRAPES = 12;
const RUNS = 3;
const END = Math.floor(Date.now() / 1000) - 60;
const TARGET = fileURLToPath(new URL('../shared/query-cost.md', import.meta.url));

type Attributes = Partial<Record<AttributeName, string>>;

/** What one measure costs at one size. */
interface Cost {
  readonly series: number;
  readonly milliseconds: number;
}

/** One model with so many features, and with outcomes in two classes and three groups, on ten replicas. */
function historyOf(features: number): SeriesHistory[] {
  const model = { [ATTRIBUTES.modelName]: 'income', [ATTRIBUTES.modelVersion]: '1' };
  const range = (size: number): number[] => Array.from({ length: size }, (_, i) => i);
  const names = [
    ...range(features).flatMap((f) => {
      const feature = { ...model, [ATTRIBUTES.featureName]: `feature ${f}` };
      return [
        ...range(BINS).flatMap((bin) => {
          const ofBin = { ...feature, [ATTRIBUTES.featureBin]: `bin ${bin}` };
          return [
            [counterSeries(METRICS.featureObservations), ofBin],
            [gaugeSeries(METRICS.referenceFeatureRatio), ofBin],
          ] as const;
        }),
        ...FEATURE_PROBLEMS.map(
          (problem) =>
            [counterSeries(METRICS.featureProblems), { ...feature, [ATTRIBUTES.featureProblem]: problem }] as const,
        ),
        ...['above', 'below'].map(
          (side) =>
            [counterSeries(METRICS.featureDeviation), { ...feature, [ATTRIBUTES.deviationSide]: side }] as const,
        ),
        [gaugeSeries(METRICS.referenceFeatureStddev), feature] as const,
        [gaugeSeries(METRICS.referenceFeatureMissingRatio), feature] as const,
      ];
    }),
    ...['', 'a', 'b', 'c'].flatMap((value) => {
      const group =
        value === '' ? model : { ...model, [ATTRIBUTES.groupAttribute]: 'sex', [ATTRIBUTES.groupValue]: value };
      return ['yes', 'no'].flatMap((predicted) => [
        [counterSeries(METRICS.groupPredictions), { ...group, [ATTRIBUTES.predictionClass]: predicted }] as const,
        ...['yes', 'no'].map((actual) => {
          const cell = { ...group, [ATTRIBUTES.outcomePredicted]: predicted, [ATTRIBUTES.outcomeActual]: actual };
          return [counterSeries(METRICS.outcomes), cell] as const;
        }),
      ]);
    }),
    [gaugeSeries(METRICS.referencePredictionFavorable), { ...model, [ATTRIBUTES.predictionClass]: 'yes' }] as const,
    [histogramSeries(METRICS.outcomeError, 'count'), model] as const,
    [histogramSeries(METRICS.outcomeError, 'sum'), model] as const,
    [counterSeries(METRICS.outcomeErrorSquared), model] as const,
    [counterSeries(METRICS.outcomeDeviation), { ...model, [ATTRIBUTES.deviationSide]: 'above' }] as const,
    [counterSeries(METRICS.outcomeDeviation), { ...model, [ATTRIBUTES.deviationSide]: 'below' }] as const,
    [gaugeSeries(METRICS.referenceRows), model] as const,
    [gaugeSeries(METRICS.referencePerformance), { ...model, [ATTRIBUTES.performanceMeasure]: 'accuracy' }] as const,
  ];
  return range(REPLICAS).flatMap((replica) => names.map(([name, attributes]) => seriesOf(name, attributes, replica)));
}

function seriesOf(name: string, attributes: Attributes, replica: number): SeriesHistory {
  const labels = Object.entries(attributes).map(([attribute, value]) => [labelOf(attribute as AttributeName), value]);
  const isCounter = name.endsWith('_total');
  return {
    name,
    labels: { ...(Object.fromEntries(labels) as Record<string, string>), instance: `replica ${replica}` },
    samples: Array.from({ length: SCRAPES }, (_, i) => [
      (END - (SCRAPES - 1 - i) * SCRAPE_SECONDS) * 1000,
      isCounter ? i * 100 : 1,
    ]),
  };
}

async function costOf(store: Store, measure: Measure): Promise<Cost> {
  const { promql } = compile({ ...DEFAULT_QUERY, measure: measure.id });
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    await ask(store.url, promql, END);
    times.push(performance.now() - start);
  }
  return { series: await seriesRead(store, promql), milliseconds: times.sort((a, b) => a - b)[RUNS >> 1] ?? NaN };
}

/** Series that a query names, each as often as it names it. */
async function seriesRead(store: Store, promql: string): Promise<number> {
  const selectors: string[] = [];
  parser.parse(promql).iterate({
    enter: ({ name, from, to }) => {
      if (name === 'VectorSelector') selectors.push(promql.slice(from, to));
    },
  });
  let series = 0;
  for (const selector of selectors) {
    const [found] = await ask(store.url, `count(${selector})`, END);
    series += found?.value ?? 0;
  }
  return series;
}

async function measureAll(kind: StoreKind): Promise<Map<string, Cost[]>> {
  const costs = new Map<string, Cost[]>();
  for (const features of FEATURES) {
    console.log(`${kind}: ${features} features × ${REPLICAS} replicas …`);
    const store = await startStore({ kind, history: historyOf(features) });
    try {
      for (const measure of MEASURES.filter(({ promql, family }) => promql !== undefined && family !== 'traffic')) {
        costs.set(measure.id, [...(costs.get(measure.id) ?? []), await costOf(store, measure)]);
      }
    } finally {
      await store.close();
    }
  }
  return costs;
}

function tableOf(costs: ReadonlyMap<StoreKind, ReadonlyMap<string, readonly Cost[]>>): string[] {
  const [first] = KINDS;
  const ids = [...(costs.get(first as StoreKind)?.keys() ?? [])];
  const times = (kind: StoreKind, id: string): string[] =>
    (costs.get(kind)?.get(id) ?? []).map(({ milliseconds }) =>
      milliseconds >= 10 ? String(Math.round(milliseconds)) : milliseconds.toFixed(1),
    );
  return ids.map((id) => {
    const series = (costs.get(first as StoreKind)?.get(id) ?? []).map((cost) => cost.series.toLocaleString('en'));
    return `| ${id} | ${[series.join(' · '), ...KINDS.map((kind) => times(kind, id).join(' · '))].join(' | ')} |`;
  });
}

const costs = new Map<StoreKind, Map<string, Cost[]>>();
for (const kind of KINDS) costs.set(kind, await measureAll(kind));
const sizes = FEATURES.join(' · ');
await writeFile(
  TARGET,
  [
    '# What a query costs',
    '',
    `Written by \`npm run query-cost\`: one model on ${REPLICAS} replicas with ${sizes} features of ${BINS} bins, scraped`,
    `every ${SCRAPE_SECONDS} seconds, asked for one instant over five minutes; medians of ${RUNS} runs in milliseconds,`,
    `on ${cpus().length} cores, Prometheus and VictoriaMetrics on the same machine. Series are counted as often as a query names`,
    'them. A graph of 200 points costs about 200 instants, less what the store keeps between them.',
    '',
    `| measure | series read (${sizes}) | Prometheus, ms | VictoriaMetrics, ms |`,
    '| --- | --- | --- | --- |',
    ...tableOf(costs),
    '',
    'Measures of features grow in proportion to features × replicas × bins, and to the samples in the window; measures',
    'of groups and outcomes to groups × classes² × replicas, and not with the features. None grows with the traffic.',
    '',
    'Beyond a few hundred features, record: the rules that `driftline rules` writes compute each measure once a minute,',
    'and a dashboard then reads one series a feature (`driftline:psi:5m`) in place of hundreds.',
    '',
  ].join('\n'),
);
