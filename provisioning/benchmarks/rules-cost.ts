/** Measures what the default rules cost a Prometheus, and writes rules-cost.md: `npm run rules-cost`. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startStore, query, type Store } from '@driftline/local-store';
import { parseProfile, startDriftline, type ReferenceProfile } from '@driftline/otel';
import { DEFAULT_RULE_OPTIONS, prometheusRules, recordedExpressions, type PrometheusRules } from '@driftline/shared';
import { encodedSamples, remoteWrite, type WrittenSeries } from './remote-write.ts';

const REPLICAS = 10;
/** The interval of exports that OpenTelemetry has by default. */
const SCRAPE_SECONDS = 60;
/** What the long window of the rules looks back on, and a little more. */
const BEFORE_SECONDS = 3660;
/** Prometheus takes no samples that lie more than ten minutes ahead. */
const AHEAD_SECONDS = 540;
/** Samples in one request. */
const REQUEST_SAMPLES = 400_000;
const TARGET = fileURLToPath(new URL('rules-cost.md', import.meta.url));

/** How much there is to read. */
interface Setting {
  readonly features: number;
  /** How often rules are evaluated: long enough for one evaluation of all of them. */
  readonly evaluationSeconds: number;
}

/** The largest first, since it decides whether the machine is large enough. */
const SETTINGS: readonly Setting[] = [
  { features: 1000, evaluationSeconds: 60 },
  { features: 100, evaluationSeconds: 15 },
  { features: 10, evaluationSeconds: 15 },
];

/** What the rules cost in a setting. */
interface Cost extends Setting {
  /** Series of the replicas in the store, and those that rules record. */
  readonly series: number;
  readonly recorded: number;
  /** Seconds that one evaluation of all rules takes, by group. */
  readonly groups: ReadonlyMap<string, number>;
  /** Seconds of CPU that the store needs for one evaluation of all rules. */
  readonly cpuSeconds: number;
  /** Seconds that the same takes where each measure reads every replica by itself; undefined where that was not measured. */
  readonly inFull?: number;
  /** Resident memory in megabytes before the first evaluation, and the most that was seen after it. */
  readonly memory: readonly [before: number, after: number];
}

function profileOf(features: number): ReferenceProfile {
  const edges = Array.from({ length: 9 }, (_, i) => (i + 1) * 10);
  return parseProfile({
    schemaVersion: 1,
    model: { name: 'benchmark', version: '1' },
    createdAt: '2026-01-01T00:00:00Z',
    rows: 10_000,
    features: Array.from({ length: features }, (_, i) => ({
      kind: 'numeric',
      name: `feature_${i}`,
      edges,
      counts: Array(10).fill(1000),
      missing: 0,
      mean: 50,
      standardDeviation: 29,
      minimum: 0,
      maximum: 100,
    })),
    prediction: { kind: 'classification', classes: ['no', 'yes'], counts: [5000, 5000], favorable: 'yes' },
    groups: [{ attribute: 'sex', values: ['female', 'male'] }],
  });
}

/** The lines that one replica exports after some predictions: name with labels, and value. */
async function exportedLines(features: number): Promise<string[]> {
  const driftline = await startDriftline({
    profile: profileOf(features),
    exporter: 'prometheus',
    host: '127.0.0.1',
    port: 0,
    handleSignals: false,
  });
  try {
    for (let row = 0; row < 200; row++) {
      const values = Array.from({ length: features }, (_, i) => [`feature_${i}`, (row * 37 + i * 11) % 100] as const);
      const [prediction, actual] = [row % 2 === 0 ? 'yes' : 'no', row % 5 === 0 ? 'no' : 'yes'];
      const groups = { sex: row % 3 === 0 ? 'female' : 'male' };
      driftline.monitor.record({ features: Object.fromEntries(values), prediction, groups, durationSeconds: 0.01 });
      driftline.monitor.recordOutcome({ prediction, actual, groups });
    }
    const text = await (await fetch(driftline.endpoint as string)).text();
    return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  } finally {
    await driftline.shutdown();
  }
}

/** Writes an hour of all replicas, and what the time of the measurement needs. Counters grow by the same in each scrape. */
async function load(store: Store, lines: readonly string[]): Promise<number> {
  const parsed = lines.map(parsedLine);
  const step = SCRAPE_SECONDS * 1000;
  const now = Math.floor(Date.now() / step) * step;
  const first = now - BEFORE_SECONDS * 1000;
  // In slices of time, since a head takes nothing that is an hour older than its newest sample. How far the last one has to
  // reach is known once the others are written.
  for (const [from, to] of [[first, now - 1_800_000], [now - 1_800_000, now], [now]] as const) {
    const end = to ?? Date.now() + AHEAD_SECONDS * 1000;
    const times = Array.from({ length: Math.ceil((end - from) / step) }, (_, i) => from + i * step);
    // Series whose first sample is the same are the same throughout.
    const encoded = new Map<string, Buffer>();
    const samplesOf = ({ value, isCounter }: ParsedLine): Buffer => {
      const key = `${value} ${isCounter}`;
      const samples =
        encoded.get(key) ??
        encodedSamples(times.map((time) => [time, isCounter ? (value * (time - first)) / step : value]));
      encoded.set(key, samples);
      return samples;
    };
    const mostSeries = Math.floor(REQUEST_SAMPLES / times.length);
    for (let replica = 0; replica < REPLICAS; replica++) {
      for (let at = 0; at < parsed.length; at += mostSeries) {
        const written = parsed.slice(at, at + mostSeries).map((line): WrittenSeries => ({
          labels: withReplica(line.labels, replica),
          samples: samplesOf(line),
        }));
        await remoteWrite(store.url, written);
      }
    }
  }
  return parsed.length * REPLICAS;
}

interface ParsedLine {
  readonly labels: readonly (readonly [string, string])[];
  readonly value: number;
  readonly isCounter: boolean;
}

function parsedLine(line: string): ParsedLine {
  const [, name = '', text = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)/.exec(line) ?? [];
  const labels = [...text.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(
    ([, label = '', content = '']) => [label, content.replace(/\\(.)/g, '$1')] as const,
  );
  return {
    labels: [['__name__', name], ...labels],
    value: Number(value),
    isCounter: /_(total|bucket|count|sum)$/.test(name),
  };
}

function withReplica(labels: ParsedLine['labels'], replica: number): ParsedLine['labels'] {
  return [...labels, ['instance', `replica-${replica}`] as const].sort(([a], [b]) => Number(a > b) - Number(a < b));
}

/** A metric of the store itself, from its page. */
async function ownMetric(store: Store, name: string): Promise<number> {
  const page = await (await fetch(`${store.url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(page)?.[1]);
}

interface EvaluatedGroup {
  readonly name: string;
  readonly evaluationTime: number;
  readonly lastEvaluation: string;
  readonly rules: readonly { readonly health: string; readonly name: string; readonly lastError?: string }[];
}

/** Loads rules and waits until each group was evaluated twice; the first time, series are new. */
async function evaluated(store: Store, file: string, rules: PrometheusRules): Promise<readonly EvaluatedGroup[]> {
  await writeFile(file, JSON.stringify(rules));
  const reloaded = await fetch(`${store.url}/-/reload`, { method: 'POST' });
  if (!reloaded.ok) throw new Error(`Prometheus refused the rules: ${await reloaded.text()}`);
  const times = new Map<string, Set<string>>();
  for (;;) {
    await sleep(500);
    const answer = (await (await fetch(`${store.url}/api/v1/rules`)).json()) as { data: { groups: EvaluatedGroup[] } };
    const { groups } = answer.data;
    const failed = groups.flatMap((group) => group.rules.filter(({ health }) => health === 'err'));
    if (failed[0] !== undefined) throw new Error(`${failed[0].name} fails: ${failed[0].lastError}`);
    for (const { name, lastEvaluation } of groups) {
      if (lastEvaluation.startsWith('0001')) continue;
      times.set(name, (times.get(name) ?? new Set()).add(lastEvaluation));
    }
    if (groups.length > 0 && groups.every(({ name }) => (times.get(name)?.size ?? 0) >= 2)) return groups;
  }
}

const secondsOf = (groups: readonly EvaluatedGroup[]): number =>
  groups.reduce((sum, { evaluationTime }) => sum + evaluationTime, 0);

/** Each measure by itself: what the rules would cost if they shared no sums. */
function rulesInFull(): PrometheusRules {
  const rules = [...recordedExpressions(DEFAULT_RULE_OPTIONS)].map(([expr, record]) => ({ record, expr }));
  return { groups: [{ name: 'in full', rules }] };
}

async function costOf({ features, evaluationSeconds }: Setting): Promise<Cost> {
  console.log(`${features} features × ${REPLICAS} replicas …`);
  const folder = await mkdtemp(join(tmpdir(), 'driftline-rules-'));
  const file = join(folder, 'rules.json');
  await writeFile(file, JSON.stringify({ groups: [] }));
  const store = await startStore({
    kind: 'prometheus',
    rules: { files: [file], alertmanagers: [], evaluationSeconds },
    extraArguments: ['--web.enable-remote-write-receiver', '--web.enable-lifecycle'],
  });
  try {
    const loading = performance.now();
    const series = await load(store, await exportedLines(features));
    console.log(`  ${series} series loaded in ${Math.round((performance.now() - loading) / 1000)} s`);
    const memory = (): Promise<number> =>
      ownMetric(store, 'process_resident_memory_bytes').then((bytes) => bytes / 1e6);
    const before = await memory();
    const groups = await evaluated(store, file, prometheusRules(DEFAULT_RULE_OPTIONS));
    const cpu = (): Promise<number> => ownMetric(store, 'process_cpu_seconds_total');
    const start = await cpu();
    await sleep(evaluationSeconds * 1000);
    const cpuSeconds = (await cpu()) - start;
    const after = await memory();
    const [recorded] = await query(store.url, 'count({__name__=~"driftline:.+"})');
    const cost: Cost = {
      features,
      evaluationSeconds,
      series,
      recorded: recorded?.value ?? NaN,
      groups: new Map(groups.map(({ name, evaluationTime }) => [name, evaluationTime])),
      cpuSeconds,
      memory: [before, after],
      ...(features <= 100 ? { inFull: secondsOf(await evaluated(store, file, rulesInFull())) } : {}),
    };
    console.log(cost);
    return cost;
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const whole = (value: number): string => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
const rounded = (value: number): string => (value >= 10 ? whole(value) : value.toPrecision(2));
const secondsOfAll = ({ groups }: Cost): number => [...groups.values()].reduce((sum, each) => sum + each);

function rowOf(cost: Cost): string {
  const { features, series, recorded, groups, cpuSeconds, inFull, memory } = cost;
  const group = (family: string): string => rounded(groups.get(`driftline ${family}`) ?? NaN);
  const cells = [
    whole(features),
    whole(series),
    whole(recorded),
    group('drift'),
    group('data quality'),
    rounded(secondsOfAll(cost)),
    rounded(cpuSeconds),
    inFull === undefined ? '–' : rounded(inFull),
    `${whole(memory[0])} → ${whole(memory[1])}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Bytes of a compressed sample. Source: Prometheus documentation, operational aspects of the storage (1 to 2). */
const SAMPLE_BYTES = 1.5;

/** How busy the machine is, since seconds of evaluation mean little on one that does other work. */
function busy(): string {
  const [last = NaN] = loadavg();
  const cores = cpus().length;
  const load = `a load of ${rounded(last)} on ${cores} cores at the end`;
  return last > cores ? `busy with other work, ${load}: read the CPU, not the seconds` : `idle otherwise, ${load}`;
}

function pageOf(costs: readonly Cost[]): string {
  const [first, ...others] = [...costs].sort((a, b) => a.features - b.features);
  const largest = others.at(-1) ?? first;
  if (first === undefined || largest === undefined) throw new Error('Nothing was measured.');
  const perFeature = (largest.recorded - first.recorded) / (largest.features - first.features);
  const bytesOfSeries = ((largest.memory[0] - first.memory[0]) * 1e6) / (largest.series - first.series);
  const daily = (recorded: number): string => rounded((recorded * 24 * 60 * SAMPLE_BYTES) / 1e6);
  const cpuPerFeature = (largest.cpuSeconds - first.cpuSeconds) / (largest.features - first.features);
  return [
    '# What the rules cost',
    '',
    'Written by `npm run rules-cost --workspace @driftline/provisioning`: the default rules of `driftline rules` in a real',
    `Prometheus on ${cpus().length} cores, over an hour of one model on ${REPLICAS} replicas, with everything that a replica exports. Numeric features`,
    'in ten bins, one sample a minute; all rules look at one hour and at five minutes.',
    `The machine was ${busy()}.`,
    '',
    '| features | series | recorded | drift, s | data quality, s | all groups, s | CPU, s | without shared sums, s | memory, MB |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...[first, ...others].map(rowOf),
    '',
    '- *Seconds* are those of one evaluation, group by group; Prometheus evaluates groups side by side.',
    '- *CPU* is what the store needs for one evaluation of all rules, its garbage collector included: what a machine of its own',
    '  takes if the groups ran one after the other. Nobody writes or asks meanwhile.',
    '- *Without shared sums*, each measure reads every replica by itself, as rules of Grafana in PromQL do (`--format',
    '  grafana-promql`).',
    '- *Memory* is what the process holds before the first evaluation and after the last.',
    '',
    '## Growth',
    '',
    `The rules record ${rounded(perFeature)} series for each feature of a model, whatever the number of replicas. Evaluated once a minute, at`,
    `${SAMPLE_BYTES} bytes a sample, ${whole(largest.features)} features are ${daily(largest.recorded)} MB a day.`,
    '',
    '## Beyond, by arithmetic',
    '',
    'This was not measured. Everything grows in proportion to features × bins × replicas and to the samples in a window.',
    '',
    '| features on 10 replicas | series | memory for them, GB | CPU of an evaluation, s | recorded series |',
    '| --- | --- | --- | --- | --- |',
    ...[3000, 10_000, 30_000].map((features) => {
      const series = (largest.series / largest.features) * features;
      const memory = (series * bytesOfSeries) / 1e9;
      const cells = [features, series].map(whole);
      return `| ${[...cells, rounded(memory), rounded(cpuPerFeature * features), whole(perFeature * features)].join(' | ')} |`;
    }),
    '',
    'Above some thousand features of all models together, name the models, so that each has groups of its own, and let a',
    'ruler spread them: [beyond one machine](../beyond/README.md).',
    '',
  ].join('\n');
}

/** Numbers of features on the command line; all settings unless given. Those that are named are printed, not written. */
const NAMED = process.argv.slice(2).map(Number);
const costs: Cost[] = [];
for (const setting of SETTINGS) {
  if (NAMED.length === 0 || NAMED.includes(setting.features)) costs.push(await costOf(setting));
}
if (NAMED.length === 0) await writeFile(TARGET, pageOf(costs));
