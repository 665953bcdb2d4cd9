import { startStore, storeApi, type SeriesHistory } from '@driftline/local-store';
import { createMonitor, DriftlineProducer, ModelRegistry } from '@driftline/otel';
import {
  completePanelQuery,
  counterSeries,
  DEFAULT_RULE_OPTIONS,
  DEFAULT_SETTINGS,
  evaluate,
  gaugeSeries,
  grafanaPromqlRules,
  grafanaRules,
  histogramSeries,
  METRICS,
  plan,
  prometheusRules,
  type MetricOf,
  type PrometheusRules,
  type ReferenceProfile,
  type RuleOptions,
} from '@driftline/shared';

/** One call of a model; the features alone where nothing else is of interest. */
export interface Call {
  readonly features: Readonly<Record<string, unknown>>;
  readonly prediction?: string | number;
  readonly score?: number;
  readonly durationSeconds?: number;
  /** Ground truth, recorded together with the prediction. */
  readonly actual?: string | number;
}

/** The calls of one window, which may have come to an end so many seconds before it. */
export interface Window {
  readonly calls: readonly Call[];
  readonly silentSeconds: number;
}

/**
 * Titles of the alerts that each window fires, with what they are about, by the format of the rules. Warnings that a
 * critical alert silences are left out: an inhibition does it in Alertmanager, and the rule itself in Grafana.
 */
export type Fired = Readonly<Record<'prometheus' | 'grafana' | 'grafanaPromql', readonly string[][]>>;

const WINDOW_SECONDS = 3600;
const SHORT_SECONDS = 300;
/** The last second of the last window. */
const END = Math.floor(Date.now() / 1000) - 600;

/**
 * Records windows of rows one after the other, puts what is exported after each into a Prometheus, and evaluates all
 * default rules there over each window, without the time for which a limit has to be crossed. Of the last window it says by
 * each format, too, what fires if the model runs in batches.
 */
export async function alertsOfWindows(
  profile: ReferenceProfile,
  windows: readonly (readonly Call[] | Window)[],
): Promise<Fired & { readonly lastOfBatches: readonly string[][] }> {
  const store = await startStore({
    kind: 'prometheus',
    history: await historyOf(profile, windows),
    extraArguments: ['--storage.tsdb.retention.time=1y'],
  });
  try {
    const api = storeApi(store.url);
    const start = END - (windows.length - 1) * WINDOW_SECONDS;
    const firedBy = async (rules: readonly Condition[], from = start): Promise<string[][]> => {
      const ask = (promql: string): Promise<Answer> => api.queryRange(promql, from, END, WINDOW_SECONDS);
      const fired = Array.from({ length: (END - from) / WINDOW_SECONDS + 1 }, (): FiredAlert[] => []);
      for (const { title, labels: ofRule, valuesOf, beyond } of rules) {
        for (const { labels, values } of await valuesOf(ask)) {
          fired.forEach((alerts, i) => {
            if (beyond(values[i] ?? NaN)) alerts.push({ title, labels: ofRule, about: aboutOf(labels) });
          });
        }
      }
      return fired.map(titlesOf);
    };
    const ofBatches = { ...DEFAULT_RULE_OPTIONS, batchModels: [profile.model.name] };
    return {
      prometheus: await firedBy(prometheusConditions(DEFAULT_RULE_OPTIONS)),
      grafana: await firedBy(grafanaConditions(DEFAULT_RULE_OPTIONS)),
      grafanaPromql: await firedBy(grafanaPromqlConditions(DEFAULT_RULE_OPTIONS)),
      lastOfBatches: [
        ...(await firedBy(prometheusConditions(ofBatches), END)),
        ...(await firedBy(grafanaConditions(ofBatches), END)),
        ...(await firedBy(grafanaPromqlConditions(ofBatches), END)),
      ],
    };
  } finally {
    await store.close();
  }
}

function aboutOf(labels: Readonly<Record<string, string>>): string {
  return [labels['ml_feature_name'], labels['ml_group_attribute'], labels['ml_group_value']]
    .filter((label) => label !== undefined)
    .join(' ');
}

type Answer = Awaited<ReturnType<ReturnType<typeof storeApi>['queryRange']>>;

type AlertLabels = Readonly<Record<string, string>>;

interface FiredAlert {
  readonly title: string;
  readonly labels: AlertLabels;
  readonly about: string;
}

/** Titles of the alerts that nothing silences. */
function titlesOf(fired: readonly FiredAlert[]): string[] {
  const keyOf = ({ labels, about }: FiredAlert): string => `${labels['driftline_measure']} ${about}`;
  const critical = new Set(fired.filter(({ labels }) => labels['severity'] === 'critical').map(keyOf));
  return fired
    .filter((alert) => alert.labels['severity'] === 'critical' || !critical.has(keyOf(alert)))
    .map(({ title, about }) => (about === '' ? title : `${title} (${about})`));
}

/** What a rule asks, and whether a value that it gets fires the alert. */
interface Condition {
  readonly title: string;
  readonly labels: AlertLabels;
  valuesOf(ask: (promql: string) => Promise<Answer>): Promise<Answer['series']>;
  beyond(value: number): boolean;
}

/** The values of a rule that asks in PromQL. */
function inPromql(expr: string): Condition['valuesOf'] {
  return async (ask) => (await ask(expr)).series;
}

type Rule = PrometheusRules['groups'][number]['rules'][number];

/** The alerting rules, with what they read in place of the names that it is recorded under. */
function prometheusConditions(options: RuleOptions): Condition[] {
  const rules = prometheusRules(options).groups.flatMap<Rule>((group) => group.rules);
  const recorded = new Map<string, string>();
  const inFull = (expr: string): string =>
    expr.replace(/driftline:\w+:\w+/g, (name) => `(${recorded.get(name) ?? name})`);
  for (const rule of rules) if ('record' in rule) recorded.set(rule.record, inFull(rule.expr));
  return rules.flatMap((rule) =>
    'alert' in rule
      ? [
          {
            title: rule.alert,
            labels: rule.labels,
            valuesOf: inPromql(inFull(rule.expr)),
            beyond: (value: number) => !Number.isNaN(value),
          },
        ]
      : [],
  );
}

interface GrafanaRule {
  readonly title: string;
  readonly labels: AlertLabels;
  readonly data: readonly {
    readonly model: {
      readonly expr: string;
      readonly conditions: readonly {
        readonly evaluator: { readonly type: string; readonly params: readonly [number, number?] };
      }[];
    };
  }[];
}

function rulesOf(file: object): readonly GrafanaRule[] {
  return (file as { groups: readonly { readonly rules: readonly GrafanaRule[] }[] }).groups.flatMap(
    ({ rules }) => rules,
  );
}

/** Whether a value is beyond the threshold of a rule. */
function beyondOf({ data: [, threshold] }: GrafanaRule): Condition['beyond'] {
  const { type, params } = threshold?.model.conditions[0]?.evaluator ?? { type: '', params: [NaN] };
  const [first, last = NaN] = params;
  switch (type) {
    case 'gt':
      return (value) => value > first;
    case 'lt':
      return (value) => value < first;
    default:
      return (value) => value < first || value > last;
  }
}

function grafanaPromqlConditions(options: RuleOptions): Condition[] {
  return rulesOf(grafanaPromqlRules({ ...options, dataSource: 'prometheus' })).map((rule) => ({
    title: rule.title,
    labels: rule.labels,
    valuesOf: inPromql(rule.data[0]?.model.expr ?? ''),
    beyond: beyondOf(rule),
  }));
}

/** As the back end of the data source evaluates a rule. */
function grafanaConditions(options: RuleOptions): Condition[] {
  return rulesOf(grafanaRules({ ...options, dataSource: 'driftline' })).map((rule) => {
    const query = completePanelQuery(rule.data[0]?.model, DEFAULT_SETTINGS, true);
    const { show = 'value' } = query;
    return {
      title: rule.title,
      labels: rule.labels,
      valuesOf: async (ask) => {
        const texts = plan(query);
        const answers = await Promise.all(texts.map(ask));
        const series = new Map(texts.map((text, i) => [text, answers[i]?.series ?? []]));
        const times = answers[0]?.times ?? [];
        return evaluate(query, { times, series }, [show]).map(({ labels, values }) => ({
          labels,
          values: values[show] ?? [],
        }));
      },
      beyond: beyondOf(rule),
    };
  });
}

/** What is exported before the first window and after each. */
async function historyOf(
  profile: ReferenceProfile,
  windows: readonly (readonly Call[] | Window)[],
): Promise<SeriesHistory[]> {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  const monitor = createMonitor(profile, { registry });
  const history = new Map<string, SeriesHistory & { samples: [number, number][] }>();
  const exportAt = async (milliseconds: readonly number[]): Promise<void> => {
    const { resourceMetrics } = await producer.collect();
    for (const metric of resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics)) {
      for (const { name, labels, value } of seriesOf(metric)) {
        const key = JSON.stringify([name, labels]);
        const series = history.get(key) ?? { name, labels, samples: [] };
        series.samples.push(...milliseconds.map((at): [number, number] => [at, value]));
        history.set(key, series);
      }
    }
  };
  // A second sample just after the start of each window, the short one too, so that Prometheus sees what was counted
  // between two of them.
  const startsAt = (seconds: number): number => seconds * 1000 + 1;
  const start = END - windows.length * WINDOW_SECONDS;
  await exportAt([start * 1000, startsAt(start)]);
  for (const [i, window] of windows.entries()) {
    const end = start + (i + 1) * WINDOW_SECONDS;
    const { calls, silentSeconds } = 'calls' in window ? window : { calls: window, silentSeconds: 0 };
    const beginning = startsAt(end - SHORT_SECONDS);
    if (silentSeconds === 0) await exportAt([beginning]);
    for (const { actual, ...call } of calls) {
      monitor.record(call);
      if (actual !== undefined) monitor.recordOutcome({ prediction: call.prediction, actual });
    }
    const last = (end - silentSeconds) * 1000;
    await exportAt([...new Set([last, ...(silentSeconds === 0 ? [] : [beginning]), end * 1000, startsAt(end)])]);
  }
  return [...history.values()];
}

type Exported = Awaited<
  ReturnType<DriftlineProducer['collect']>
>['resourceMetrics']['scopeMetrics'][number]['metrics'][number];

interface Histogram {
  readonly buckets: { readonly boundaries: readonly number[]; readonly counts: readonly number[] };
  readonly count: number;
}

interface StoredValue {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly value: number;
}

/** What a store makes of an exported metric. */
function seriesOf({ descriptor, dataPoints }: Exported): StoredValue[] {
  const metric = Object.values(METRICS).find(({ name }) => name === descriptor.name);
  if (metric === undefined) return [];
  return dataPoints.flatMap(({ attributes, value }): StoredValue[] => {
    const labels = Object.fromEntries(
      Object.entries(attributes).map(([attribute, each]) => [attribute.replaceAll('.', '_'), String(each)]),
    );
    if (metric.instrument === 'histogram') return histogramSeriesOf(metric, labels, value as Histogram);
    const name = metric.instrument === 'counter' ? counterSeries(metric) : gaugeSeries(metric);
    return [{ name, labels, value: value as number }];
  });
}

function histogramSeriesOf(
  metric: MetricOf<'histogram'>,
  labels: Record<string, string>,
  { buckets, count }: Histogram,
): StoredValue[] {
  let below = 0;
  return [
    ...[...buckets.boundaries, Infinity].map((edge, i): StoredValue => {
      below += buckets.counts[i] ?? 0;
      const le = edge === Infinity ? '+Inf' : String(edge);
      return { name: histogramSeries(metric, 'bucket'), labels: { ...labels, le }, value: below };
    }),
    { name: histogramSeries(metric, 'count'), labels, value: count },
  ];
}
