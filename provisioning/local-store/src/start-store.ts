import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importHistory, writeBlocks, type SeriesHistory } from './load-history.ts';
import { findStore, type StoreKind } from './find-store.ts';
import { startProgram } from './start-program.ts';

export interface StoreOptions {
  /** Which store; the first one that is found unless given. */
  readonly kind?: StoreKind;
  /** `host:port` of the endpoints to scrape from the start. */
  readonly scrapeTargets?: readonly string[];
  /** Seconds between scrapes; 1 unless given. */
  readonly scrapeSeconds?: number;
  /** Further arguments of the store's own program, such as how long it keeps samples. */
  readonly extraArguments?: readonly string[];
  /** Samples that it has from the start. */
  readonly history?: readonly SeriesHistory[];
  /** Rules that it evaluates; VictoriaMetrics needs vmalert for that. */
  readonly rules?: RuleFiles;
}

/** Rules, and who hears of their alerts. */
export interface RuleFiles {
  readonly files: readonly string[];
  /** Base addresses. */
  readonly alertmanagers: readonly string[];
  /** Seconds between two evaluations, unless a group says otherwise. */
  readonly evaluationSeconds: number;
}

/** A running store with scratch storage. */
export interface Store {
  readonly kind: StoreKind;
  /** Base of the Prometheus HTTP API. */
  readonly url: string;
  /** Endpoint for OTLP over HTTP; Debian's Prometheus has none. */
  readonly otlpUrl?: string;
  /** Replaces the list of scraped endpoints. */
  setScrapeTargets(targets: readonly string[]): Promise<void>;
  /** Ends the store and removes its storage. */
  close(): Promise<void>;
}

/** Where stores take OTLP. */
const OTLP_PATHS: Readonly<Partial<Record<StoreKind, string>>> = {
  'victoria-metrics': '/opentelemetry/v1/metrics',
  'official-prometheus': '/api/v1/otlp/v1/metrics',
};

/**
 * Starts a store on a free port of 127.0.0.1 and waits until it answers.
 *
 * @throws {StoreUnavailable} when this machine has none and cannot fetch one
 */
export async function startStore(options: StoreOptions = {}): Promise<Store> {
  const program = await findStore(options.kind === undefined ? undefined : [options.kind]);
  const folder = await mkdtemp(join(tmpdir(), 'driftline-store-'));
  try {
    const setScrapeTargets = (targets: readonly string[]) => writeTargets(folder, targets);
    await setScrapeTargets(options.scrapeTargets ?? []);
    const config = { ...scrapeConfig(folder, options), ...ruleConfig(options.rules) };
    await writeFile(join(folder, 'scrape.json'), JSON.stringify(config));
    const { history = [] } = options;
    if (program.kind !== 'victoria-metrics' && history.length > 0) await writeBlocks(join(folder, 'data'), history);
    const { url, stop } = await startProgram({
      path: program.path,
      folder,
      argumentsOf: (port) => [...argumentsOf(program.kind, folder, port), ...(options.extraArguments ?? [])],
      readyPath: '/api/v1/query?query=vector(1)',
    });
    if (program.kind === 'victoria-metrics' && history.length > 0) await importHistory(url, history);
    const close = async (): Promise<void> => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    };
    const otlp = OTLP_PATHS[program.kind];
    const otlpUrl = otlp === undefined ? {} : { otlpUrl: `${url}${otlp}` };
    return { kind: program.kind, url, ...otlpUrl, setScrapeTargets, close };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** JSON is YAML, so that one file serves both stores. */
function scrapeConfig(folder: string, { scrapeSeconds = 1, rules }: StoreOptions): object {
  const scrape = `${scrapeSeconds * 1000}ms`;
  return {
    global: {
      scrape_interval: scrape,
      scrape_timeout: scrape,
      ...(rules === undefined ? {} : { evaluation_interval: `${rules.evaluationSeconds}s` }),
    },
    scrape_configs: [
      {
        job_name: 'models',
        // No refresh interval: VictoriaMetrics refuses it here and has a flag; Prometheus watches the file.
        file_sd_configs: [{ files: [join(folder, 'targets.json')] }],
      },
    ],
  };
}

function ruleConfig(rules: RuleFiles | undefined): object {
  if (rules === undefined) return {};
  const targets = rules.alertmanagers.map((url) => new URL(url).host);
  return {
    rule_files: rules.files,
    alerting: { alertmanagers: [{ static_configs: [{ targets }] }] },
  };
}

async function writeTargets(folder: string, targets: readonly string[]): Promise<void> {
  // The store must not read a half-written file.
  const scratch = join(folder, 'targets.json.new');
  await writeFile(scratch, JSON.stringify([{ targets }]));
  await rename(scratch, join(folder, 'targets.json'));
}

function argumentsOf(kind: StoreKind, folder: string, port: number): string[] {
  const config = join(folder, 'scrape.json');
  return kind !== 'victoria-metrics'
    ? [
        `--config.file=${config}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
        '--log.level=warn',
        ...(kind === 'official-prometheus' ? ['--web.enable-otlp-receiver'] : []),
      ]
    : [
        `-httpListenAddr=127.0.0.1:${port}`,
        `-storageDataPath=${join(folder, 'data')}`,
        `-promscrape.config=${config}`,
        '-promscrape.fileSDCheckInterval=1s',
        '-opentelemetry.usePrometheusNaming',
        '-search.latencyOffset=1ms',
        '-loggerLevel=WARN',
      ];
}
