import { counterSeries, gaugeSeries, histogramPattern, METRICS } from '@driftline/shared';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { perModel, type Scope } from '../scope.ts';

interface Kind {
  readonly what: string;
  /** Regular expression over the names of the series that should be there. */
  readonly names: string;
  /** Whether a model may lack it. */
  readonly optional?: boolean;
  readonly why: string;
}

const NOT_HANDED =
  "add `metricProducers: [defaultProducer]` to the service's metric reader: features leave through a metric producer.";

const KINDS: readonly Kind[] = [
  { what: 'reference profile', names: gaugeSeries(METRICS.referenceRows), why: NOT_HANDED },
  { what: 'feature observations', names: counterSeries(METRICS.featureObservations), why: NOT_HANDED },
  {
    what: 'predictions',
    names: counterSeries(METRICS.predictionObservations),
    why: 'the profile has no predictions: build it with --label, --prediction or --score.',
  },
  {
    what: 'latency',
    names: histogramPattern(METRICS.predictionDuration, 'count'),
    why:
      'no call was recorded yet, another copy of @opentelemetry/api holds the global MeterProvider, or the exporter ' +
      'sends delta temporality, which Prometheus drops silently.',
  },
  {
    what: 'group predictions',
    names: counterSeries(METRICS.groupPredictions),
    optional: true,
    why: 'the profile has no groups: to compare groups, build it with --group.',
  },
];

/** How many series each model has now, by name. */
export function seriesNow(scope: Scope): string {
  return perModel('count', scope.select(KINDS.map(({ names }) => names).join('|')), ['__name__']);
}

/** Which kinds of series have arrived, and the likely reason why others have not. */
export const series: Check = async (ask, scope) => {
  const counts = await ask(seriesNow(scope));
  return (model) => {
    const byName = [...counts.by('__name__', model)];
    return KINDS.map(({ what, names, optional, why }): Finding => {
      const pattern = new RegExp(`^(?:${names})$`);
      const count = byName.reduce((sum, [name, each]) => sum + (pattern.test(name) ? each : 0), 0);
      if (count > 0) return { what, state: 'here', detail: `${count} series` };
      return { what, state: optional === true ? 'absent' : 'missing', detail: why };
    });
  };
};
