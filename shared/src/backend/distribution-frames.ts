import { evaluate } from '../compiler/evaluate.ts';
import type { MeasureFrame } from '../compiler/frames.ts';
import type { MeasureId } from '../measures/registry.ts';
import { orderedBins } from '../profile/bin-order.ts';
import type { Answers, Labels } from '../query/answers.ts';
import type { Aspect, Baseline, MeasureQuery } from '../query/measure-query.ts';
import type { DataFrame, Field } from './data-frame.ts';

/** A value of each bin, with the observations that it rests on. */
type Bins = ReadonlyMap<string, { readonly value: number; readonly observations: number }>;

/** Bins of each distribution, by its labels. */
type BinsByLabels = ReadonlyMap<string, Bins>;

/**
 * One frame for each distribution that has enough observations, with a row for each bin: the share and count of both sides
 * and, of the PSI, what the bin contributes to it.
 *
 * @param query - of a measure that compares distributions
 */
export function distributionFrames(query: MeasureQuery, answers: Answers, asked: readonly string[]): DataFrame[] {
  const bins = (measure: MeasureId, aspects: readonly Aspect[]): BinsByLabels =>
    binsByLabels(evaluate({ ...query, measure, show: 'value' }, answers, aspects));
  const live = bins('live-share', ['value', 'observations']);
  const reference = bins('reference-share', ['value', 'observations']);
  const contributions = query.measure === 'psi' ? bins('psi-contribution', ['value']) : new Map<string, Bins>();
  return evaluate({ ...query, show: 'value' }, answers, ['value', 'observations', 'critical-value']).flatMap(
    (frame) => {
      const key = keyOf(frame.labels);
      const ofLive = live.get(key);
      if (ofLive === undefined) return [];
      const sides = { live: ofLive, reference: reference.get(key), contributions: contributions.get(key) };
      return [frameOf(frame, sides, query, asked)];
    },
  );
}

interface Sides {
  readonly live: Bins;
  readonly reference: Bins | undefined;
  readonly contributions: Bins | undefined;
}

function frameOf(
  { measure, subject, limits, labels, name, values }: MeasureFrame,
  { live, reference, contributions }: Sides,
  { window, baseline, of }: MeasureQuery,
  asked: readonly string[],
): DataFrame {
  const labelsOfBins = orderedBins([...new Set([...live.keys(), ...(reference?.keys() ?? [])])]);
  const numbers = (name: string, of: (bin: string) => number, config: Field['config']): Field => ({
    name,
    type: 'number',
    labels,
    displayName: name,
    config,
    values: labelsOfBins.map(of),
  });
  const side = (title: string, bins: Bins): Field[] => [
    numbers(title, (bin) => bins.get(bin)?.value ?? 0, { unit: 'percentunit', min: 0 }),
    numbers(`${title} count`, (bin) => countOf(bins.get(bin)), { unit: 'short', min: 0 }),
  ];
  const title = titleOf(baseline);
  const fields = [
    { name: 'Bin', type: 'string' as const, config: {}, values: labelsOfBins },
    ...(reference === undefined ? [] : side(title, reference)),
    ...side('Live', live),
    ...(contributions === undefined
      ? []
      : [numbers('Contribution', (bin) => contributions.get(bin)?.value ?? NaN, {})]),
  ];
  return {
    // The legend of predictions names their model alone.
    name: of?.kind === 'prediction' ? `predictions of ${name}` : name,
    meta: {
      type: 'table',
      typeVersion: [0, 1],
      custom: {
        measure,
        subject,
        limits,
        show: 'distribution',
        labels,
        window,
        ...(reference === undefined ? {} : { baseline: title }),
        ...known('value', values.value),
        ...known('observations', values.observations),
        ...known('criticalValue', values['critical-value']),
      },
      executedQueryString: asked.join('\n\n'),
    },
    fields,
  };
}

/** What the side of the baseline is called. */
function titleOf(baseline: Baseline): string {
  switch (baseline.kind) {
    case 'reference':
      return 'Training data';
    case 'earlier':
      return `${baseline.offset} earlier`;
    case 'version':
      return `Version ${baseline.version}`;
    case 'selector':
      return baseline.selector;
  }
}

function known(name: string, [value = NaN]: readonly number[] = []): object {
  return Number.isFinite(value) ? { [name]: value } : {};
}

function countOf(bin: { readonly value: number; readonly observations: number } | undefined): number {
  return bin === undefined ? 0 : Math.round(bin.value * bin.observations);
}

/** Of the first time of frames that are each of a bin. */
export function binsByLabels(frames: readonly MeasureFrame[]): BinsByLabels {
  const all = new Map<string, Map<string, { value: number; observations: number }>>();
  for (const { bin = '', labels, values } of frames) {
    const { [bin]: label = '', ...others } = labels;
    const value = values.value?.[0] ?? NaN;
    if (!Number.isFinite(value)) continue;
    const key = keyOf(others);
    const bins = all.get(key) ?? new Map<string, { value: number; observations: number }>();
    all.set(key, bins);
    bins.set(label, { value, observations: values.observations?.[0] ?? NaN });
  }
  return all;
}

export function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}
