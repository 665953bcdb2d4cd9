import {
  ATTRIBUTES,
  counterSeries,
  gaugeSeries,
  histogramPattern,
  labelOf,
  METRICS,
  type Series,
} from '@driftline/shared';
import type { StoreClient } from './store-client.ts';

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

const modelKey = ({ labels }: Series): string => JSON.stringify([labels[MODEL], labels[VERSION]]);

/** Checks the series of every model in the store, or of one. */
export async function examine(store: StoreClient, window: string, only?: string): Promise<Examination[]> {
  const found = new Map<Check, Map<string, Series>>();
  const models = new Set<string>();
  for (const check of CHECKS) {
    const { series } = await store.query(`count by (${MODEL}, ${VERSION}) (${check.selector})`);
    found.set(check, new Map(series.map((each) => [modelKey(each), each])));
    for (const each of series) models.add(modelKey(each));
  }
  const { series: traffic } = await store.query(
    `sum by (${MODEL}, ${VERSION}) (increase(${counterSeries(METRICS.featureObservations)}[${window}]))`,
  );
  const { series: replicas } = await store.query(gaugeSeries(METRICS.referenceRows));
  return [...models].sort().flatMap((key) => {
    const [model = '', version = ''] = JSON.parse(key) as string[];
    if (only !== undefined && model !== only) return [];
    const findings = [
      ...CHECKS.map((check) => findingOf(check, found.get(check)?.get(key)?.values[0])),
      trafficOf(traffic.find((each) => modelKey(each) === key)?.values[0], window),
      replicasOf(replicas.filter((each) => modelKey(each) === key)),
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

function replicasOf(series: readonly Series[]): Finding {
  const named = series.filter(({ labels }) => labels['service_instance_id'] ?? labels['instance']);
  if (series.length > 0 && named.length === series.length) {
    return { what: 'replicas', state: 'here', detail: String(series.length) };
  }
  return {
    what: 'replicas',
    state: 'missing',
    detail:
      series.length === 0
        ? 'no replica reports its reference profile.'
        : 'series have no instance: set service.instance.id, or replicas overwrite each other and totals halve.',
  };
}
