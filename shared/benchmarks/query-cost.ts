import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parser } from '@prometheus-io/lezer-promql';
import { startStore, storeApi, type SeriesHistory, type Store, type StoreKind } from '@driftline/local-store';
import {
  ATTRIBUTES,
  compile,
  counterSeries,
  DEFAULT_QUERY,
  evaluate,
  FEATURE_PROBLEMS,
  gaugeSeries,
  histogramSeries,
  labelOf,
  MEASURES,
  METRICS,
  plan,
  type Answers,
  type AttributeName,
  type MeasureQuery,
} from '../src/index.ts';

const KINDS: readonly StoreKind[] = ['prometheus', 'victoria-metrics'];
const REPLICAS = 10;
const BINS = 11;
const RUNS = 3;
const END = Math.floor(Date.now() / 1000) - 60;
const TARGET = fileURLToPath(new URL('query-cost.md', import.meta.url));

/** How much there is to read, and over which window it is asked for. */
interface Setting {
  readonly features: number;
  readonly window: string;
  readonly windowSeconds: number;
  readonly scrapeSeconds: number;
}

const SETTINGS: readonly Setting[] = [
  ...[10, 100, 1000].map((features) => ({ features, window: '5m', windowSeconds: 300, scrapeSeconds: 30 })),
  { features: 100, window: '1h', windowSeconds: 3600, scrapeSeconds: 15 },
];

type Attributes = Partial<Record<AttributeName, string>>;

/** What one measure costs in one setting; times are medians in milliseconds. */
interface Cost {
  /** The store computes the measure: series that the text names, each as often as it names it. */
  readonly promql: { readonly series: number; readonly milliseconds: number } | undefined;
  /** The store gives the counts, all selectors at once. */
  readonly counts: {
    readonly series: number;
    readonly store: number;
    /** The slowest of the selectors, asked by itself. */
    readonly slowest: number;
    readonly evaluation: number;
  };
}

/** One model with so many features, and with outcomes in two classes and three groups, on ten replicas. */
function historyOf({ features, windowSeconds, scrapeSeconds }: Setting): SeriesHistory[] {
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
  const scrapes = Math.ceil((1.2 * windowSeconds) / scrapeSeconds);
  return range(REPLICAS).flatMap((replica) =>
    names.map(([name, attributes]) => seriesOf(name, attributes, replica, scrapes, scrapeSeconds)),
  );
}

function seriesOf(
  name: string,
  attributes: Attributes,
  replica: number,
  scrapes: number,
  scrapeSeconds: number,
): SeriesHistory {
  const labels = Object.entries(attributes).map(([attribute, value]) => [labelOf(attribute as AttributeName), value]);
  const isCounter = name.endsWith('_total');
  return {
    name,
    labels: { ...(Object.fromEntries(labels) as Record<string, string>), instance: `replica ${replica}` },
    samples: Array.from({ length: scrapes }, (_, i) => [
      (END - (scrapes - 1 - i) * scrapeSeconds) * 1000,
      isCounter ? i * 100 : 1,
    ]),
  };
}

/** Median of several runs, in milliseconds. */
async function median(run: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? NaN;
}

async function costOf(store: Store, query: MeasureQuery, hasPromql: boolean): Promise<Cost> {
  const api = storeApi(store.url);
  const texts = plan(query);
  const ask = async (): Promise<Answers> => {
    const answers = await Promise.all(texts.map((text) => api.query(text, END)));
    return { times: [END], series: new Map(texts.map((text, i) => [text, answers[i]?.series ?? []])) };
  };
  const answers = await ask();
  const slowest: number[] = [];
  for (const text of texts) slowest.push(await median(() => api.query(text, END)));
  const promql = hasPromql ? compile(query).promql : undefined;
  return {
    promql:
      promql === undefined
        ? undefined
        : { series: await seriesRead(store, promql), milliseconds: await median(() => api.query(promql, END)) },
    counts: {
      series: await seriesRead(store, texts.join('\nor\n')),
      store: await median(ask),
      slowest: Math.max(...slowest),
      evaluation: await median(() => evaluate(query, answers)),
    },
  };
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
    const found = await storeApi(store.url).query(`count(${selector})`, END);
    series += found.series[0]?.values[0] ?? 0;
  }
  return series;
}

/** Measures named on the command line; all but those of traffic unless given. Named ones are printed, not written. */
const NAMED = process.argv.slice(2);
const ASKED = MEASURES.filter(({ id, family }) => (NAMED.length === 0 ? family !== 'traffic' : NAMED.includes(id)));

/** Costs of each measure, one for each setting. */
async function measureAll(kind: StoreKind): Promise<Map<string, Cost[]>> {
  const costs = new Map<string, Cost[]>();
  for (const setting of SETTINGS) {
    console.log(`${kind}: ${setting.features} features × ${REPLICAS} replicas, [${setting.window}] …`);
    const store = await startStore({ kind, history: historyOf(setting) });
    try {
      for (const { id, hasPromql } of ASKED) {
        const query: MeasureQuery = { ...DEFAULT_QUERY, measure: id, window: setting.window };
        costs.set(id, [...(costs.get(id) ?? []), await costOf(store, query, hasPromql)]);
      }
    } finally {
      await store.close();
    }
  }
  return costs;
}

const rounded = (milliseconds: number): string =>
  milliseconds >= 10 ? String(Math.round(milliseconds)) : milliseconds.toFixed(1);

const thousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** A row a measure: what each road reads and how long it takes, the settings divided by dots. */
function tableOf(costs: ReadonlyMap<string, readonly Cost[]>): string[] {
  const over = (all: readonly Cost[], text: (cost: Cost) => string): string => all.map(text).join(' · ');
  return [...costs].map(
    ([id, all]) =>
      `| ${[
        id,
        over(all, ({ promql }) => (promql === undefined ? '–' : thousands(promql.series))),
        over(all, ({ counts }) => thousands(counts.series)),
        over(all, ({ promql }) => (promql === undefined ? '–' : rounded(promql.milliseconds))),
        over(all, ({ counts }) => rounded(counts.store + counts.evaluation)),
        over(all, ({ counts }) => rounded(counts.slowest)),
        over(all, ({ counts }) => rounded(counts.evaluation)),
      ].join(' | ')} |`,
  );
}

const settings = SETTINGS.map(({ features, window }) => `${features} [${window}]`).join(' · ');
const sections: string[] = [];
for (const kind of KINDS) {
  sections.push(
    '',
    `## ${kind === 'prometheus' ? 'Prometheus' : 'VictoriaMetrics'}`,
    '',
    '| measure | series, PromQL | series, plan | PromQL, ms | plan and evaluate, ms | slowest selector, ms | evaluation, ms |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...tableOf(await measureAll(kind)),
  );
}
const page = [
  '# What a query costs',
  '',
  `Written by \`npm run query-cost\`: one model on ${REPLICAS} replicas with features of ${BINS} bins, asked for one instant.`,
  `The settings of each cell are ${settings}: features and window; scraped every 30 seconds for five minutes, every 15`,
  `seconds for the hour. Medians of ${RUNS} runs in milliseconds on ${cpus().length} cores, the store on the same machine. A graph of 200`,
  'points costs about 200 instants, less what the store keeps between them.',
  '',
  'There are two roads. *PromQL* is the whole measure as one expression, for rule files and plain panels. *Plan and',
  'evaluate* is what the data source does: the store sums counters for a few selectors, all asked at once, and the measure',
  'follows from the sums. Series are counted as often as a text names them.',
  ...sections,
  '',
  'Measures of features grow in proportion to features × replicas × bins, and to the samples in the window; measures',
  'of groups and outcomes to groups × classes² × replicas, and not with the features. None grows with the traffic.',
  '',
  'Where dashboards have to ask in PromQL for more than a few hundred features, record: the rules that `driftline rules`',
  'writes compute each measure once a minute, and a dashboard then reads one series a feature (`driftline:psi:5m`).',
  '',
].join('\n');
if (NAMED.length > 0) console.log(sections.join('\n'));
else await writeFile(TARGET, page);
