import { ATTRIBUTES, counterSeries, histogramPattern, gaugeSeries, labelOf, METRICS } from '@driftline/shared';
import type { Sample, StoreClient } from './store-client.ts';

/** The state of one kind of series of a model. */
export interface Finding {
  readonly what: string;
  readonly state: 'here' | 'missing' | 'absent';
  /** How much there is, or the likely reason why there is nothing. */
  readonly detail: string;
}

/** The state of one model. */
export interface Examination {
  readonly model: string;
  readonly version: string;
  readonly findings: readonly Finding[];
}

interface Check {
  readonly what: string;
  /** Selects the series that should be there. */
  readonly selector: string;
  /** Whether a model may lack it. */
  readonly optional?: boolean;
  readonly why: string;
}

const MODEL = labelOf(ATTRIBUTES.modelName);
const VERSION = labelOf(ATTRIBUTES.modelVersion);
const NOT_HANDED =
  "add `metricProducers: [defaultProducer]` to the service's metric reader: features leave through a metric producer.";

const CHECKS: readonly Check[] = [
  { what: 'reference profile', selector: gaugeSeries(METRICS.referenceRows), why: NOT_HANDED },
  { what: 'feature observations', selector: counterSeries(METRICS.featureObservations), why: NOT_HANDED },
  {
    what: 'predictions',
    selector: counterSeries(METRICS.predictionObservations),
    why: 'the profile has no predictions: build it with --label, --prediction or --score.',
  },
  {
    what: 'latency',
    selector: `{__name__=~"${histogramPattern(METRICS.predictionDuration, 'count')}"}`,
    why:
      'no call was recorded yet, another copy of @opentelemetry/api holds the global MeterProvider, or the exporter ' +
      'sends delta temporality, which Prometheus drops silently.',
  },
  {
    what: 'group predictions',
    selector: counterSeries(METRICS.groupPredictions),
    optional: true,
    why: 'the profile has no groups: to compare groups, build it with --group.',
  },
  {
    what: 'outcomes',
    selector: `${counterSeries(METRICS.outcomes)} > 0`,
    optional: true,
    why: 'no outcome was recorded: to monitor performance, call recordOutcome when the ground truth is known.',
  },
];

const modelKey = ({ labels }: Sample): string => JSON.stringify([labels[MODEL], labels[VERSION]]);

/** Checks the series of every model in the store, or of one. */
export async function examine(store: StoreClient, window: string, only?: string): Promise<Examination[]> {
  const found = new Map<Check, Map<string, Sample>>();
  const models = new Set<string>();
  for (const check of CHECKS) {
    const samples = await store.query(`count by (${MODEL}, ${VERSION}) (${check.selector})`);
    found.set(check, new Map(samples.map((sample) => [modelKey(sample), sample])));
    for (const sample of samples) models.add(modelKey(sample));
  }
  const traffic = await store.query(
    `sum by (${MODEL}, ${VERSION}) (increase(${counterSeries(METRICS.featureObservations)}[${window}]))`,
  );
  const replicas = await store.query(gaugeSeries(METRICS.referenceRows));
  return [...models].sort().flatMap((key) => {
    const [model = '', version = ''] = JSON.parse(key) as string[];
    if (only !== undefined && model !== only) return [];
    const findings = [
      ...CHECKS.map((check) => findingOf(check, found.get(check)?.get(key)?.value)),
      trafficOf(traffic.find((sample) => modelKey(sample) === key)?.value, window),
      replicasOf(replicas.filter((sample) => modelKey(sample) === key)),
    ];
    return [{ model, version, findings }];
  });
}

function findingOf({ what, optional, why }: Check, count: number | undefined): Finding {
  if (count !== undefined) return { what, state: 'here', detail: `${count} series` };
  return { what, state: optional === true ? 'absent' : 'missing', detail: why };
}

function trafficOf(increase: number | undefined, window: string): Finding {
  return increase !== undefined && increase > 0
    ? { what: 'traffic', state: 'here', detail: `about ${Math.round(increase)} values in ${window}` }
    : {
        what: 'traffic',
        state: 'missing',
        detail: `no value in ${window}: the service is idle, is no longer scraped, or does not call the monitor.`,
      };
}

function replicasOf(samples: readonly Sample[]): Finding {
  const named = samples.filter(({ labels }) => labels['service_instance_id'] ?? labels['instance']);
  if (samples.length > 0 && named.length === samples.length) {
    return { what: 'replicas', state: 'here', detail: String(samples.length) };
  }
  return {
    what: 'replicas',
    state: 'missing',
    detail:
      samples.length === 0
        ? 'no replica reports its reference profile.'
        : 'series have no instance: set service.instance.id, or replicas overwrite each other and totals halve.',
  };
}
