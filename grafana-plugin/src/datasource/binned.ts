import { FieldType, type DataFrame, type Labels } from '@grafana/data';
import { ATTRIBUTES, compareBins, compileBinned, DEFAULT_QUERY, labelOf, type BinnedQuery } from '@driftline/shared';
import { prometheusQuery, type PrometheusQuery } from './to-prometheus.ts';
import type { DriftlineQuery } from './types.ts';

const PARTS = ['live', 'reference', 'observations'] as const;

type Part = (typeof PARTS)[number];

const BIN_LABELS = [labelOf(ATTRIBUTES.featureBin), labelOf(ATTRIBUTES.predictionBin)];

const partId = (refId: string, part: Part): string => `${refId}-${part}`;

/** A question whose measure PromQL cannot express; undefined for any other. */
export function binnedQuery(query: DriftlineQuery): BinnedQuery | undefined {
  return compileBinned({ ...DEFAULT_QUERY, ...query });
}

/** What the store is asked in its place: the shares of each bin on both sides, and the observations. */
export function binnedTargets(query: DriftlineQuery, binned: BinnedQuery): PrometheusQuery[] {
  return PARTS.map((part) => ({ ...prometheusQuery(query, binned[part], ''), refId: partId(query.refId, part) }));
}

/** Computes the measure from what came back, and takes those frames away. */
export function evaluateBinned(frames: readonly DataFrame[], query: DriftlineQuery, binned: BinnedQuery): DataFrame[] {
  const ids = new Map(PARTS.map((part) => [partId(query.refId, part), part]));
  const others = frames.filter(({ refId }) => !ids.has(refId ?? ''));
  const distributions = new Map<string, Distribution>();
  for (const frame of frames) {
    const part = ids.get(frame.refId ?? '');
    if (part !== undefined) collect(distributions, frame, part);
  }
  const answers = [...distributions.values()].map((each) => frameOf(each, query, binned));
  // One without any value is of a kind that the measure is not for, such as a categorical feature.
  return [...others, ...answers.filter(({ length }) => length > 0)];
}

/** Values of one distribution by time. */
interface Distribution {
  readonly labels: Labels;
  readonly moments: Map<number, { live: Map<string, number>; reference: Map<string, number>; observations: number }>;
}

function collect(distributions: Map<string, Distribution>, frame: DataFrame, part: Part): void {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  const value = frame.fields.find(({ type }) => type === FieldType.number);
  if (time === undefined || value === undefined) return;
  const entries = Object.entries(value.labels ?? {});
  const bin = entries.find(([name]) => BIN_LABELS.includes(name))?.[1] ?? '';
  const labels = entries.filter(([name]) => !BIN_LABELS.includes(name)).sort(([a], [b]) => a.localeCompare(b));
  const key = JSON.stringify(labels);
  const distribution = distributions.get(key) ?? { labels: Object.fromEntries(labels), moments: new Map() };
  distributions.set(key, distribution);
  for (let i = 0; i < frame.length; i++) {
    const at = Number(time.values[i]);
    const moment = distribution.moments.get(at) ?? { live: new Map(), reference: new Map(), observations: NaN };
    distribution.moments.set(at, moment);
    if (part === 'observations') moment.observations = Number(value.values[i]);
    else moment[part].set(bin, Number(value.values[i]));
  }
}

function frameOf({ labels, moments }: Distribution, query: DriftlineQuery, binned: BinnedQuery): DataFrame {
  const times = [...moments.keys()].sort((a, b) => a - b);
  const values = times.map((time) => valueOf(moments.get(time), binned));
  const kept = times.map((_, i) => i).filter((i) => !Number.isNaN(values[i]));
  const name = binned.legend.replace(/\{\{\s*([^}\s]+)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
  return {
    refId: query.refId,
    name,
    length: kept.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: {}, values: kept.map((i) => times[i]) },
      {
        name: 'Value',
        type: FieldType.number,
        labels,
        config: { displayNameFromDS: name },
        values: kept.map((i) => values[i]),
      },
    ],
  };
}

/** NaN until both sides are there: a bin that one side lacks would be a shift that nobody saw. */
function valueOf(moment: ReturnType<Distribution['moments']['get']>, { measure }: BinnedQuery): number {
  if (moment === undefined || moment.live.size === 0 || moment.live.size !== moment.reference.size) return NaN;
  const bins = [...moment.live.keys()].sort(compareBins);
  return (
    measure.binned?.(
      bins.map((bin) => ({ bin, live: moment.live.get(bin) ?? NaN, reference: moment.reference.get(bin) ?? NaN })),
      moment.observations,
    ) ?? NaN
  );
}
