import { ATTRIBUTES, counterSeries, histogramPattern, gaugeSeries, labelOf, METRICS } from '@driftline/shared';
import type { Sample, StoreClient } from './store-client.ts';

/** What was found out about one kind of series of a model. */
export interface Finding {
  readonly what: string;
  readonly state: 'here' | 'missing' | 'absent';
  /** How much there is, or why there may be nothing. */
  readonly detail: string;
}

/** What was found out about one model. */
export interface Examination {
  readonly model: string;
  readonly version: string;
  readonly findings: readonly Finding[];
}

interface Check {
  readonly what: string;
  /** Selects the series that should be there. */
  readonly selector: string;
  /** Whether a model may do without. */
  readonly optional?: boolean;
  readonly why: string;
}

const MODEL = labelOf(ATTRIBUTES.modelName);
const VERSION = labelOf(ATTRIBUTES.modelVersion);
const NOT_HANDED =
  "features leave through a metric producer: hand `metricProducers: [defaultProducer]` to the service's metric reader.";

const CHECKS: readonly Check[] = [
  { what: 'reference profile', selector: gaugeSeries(METRICS.referenceRows), why: NOT_HANDED },
  { what: 'feature observations', selector: counterSeries(METRICS.featureObservations), why: NOT_HANDED },
  {
    what: 'predictions',
    selector: counterSeries(METRICS.predictionObservations),
    why: 'the profile does not say what the model answers: name --label, --prediction or --score when it is built.',
  },
  {
    what: 'latency',
    selector: `{__name__=~"${histogramPattern(METRICS.predictionDuration, 'count')}"}`,
    why:
      'no call was recorded yet, the global MeterProvider was set by another copy of @opentelemetry/api, or the ' +
      'exporter sends delta temporality, which Prometheus drops without a word.',
  },
  {
    what: 'group predictions',
    selector: counterSeries(METRICS.groupPredictions),
    optional: true,
    why: 'the profile names no groups: add --group when it is built, if people are to be compared.',
  },
  {
    what: 'outcomes',
    selector: `${counterSeries(METRICS.outcomes)} > 0`,
    optional: true,
    why: 'no outcome was recorded: call recordOutcome when the truth is known, if performance is to be watched.',
  },
];

const modelKey = ({ labels }: Sample): string => JSON.stringify([labels[MODEL], labels[VERSION]]);

/** Looks in the store for the series of every model, or of one. */
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
        detail: `no value in ${window}: the service is idle, is not scraped any more, or does not call the monitor.`,
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
        ? 'none reports its reference profile.'
        : 'series carry no instance: set service.instance.id, or replicas overwrite each other and totals halve.',
  };
}
