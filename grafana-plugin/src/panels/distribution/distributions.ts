import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { compareBins } from '@driftline/shared/bin-order';
import { DEFAULT_PSI_LIMITS } from '../common/default-limits.ts';
import { frameMeta } from '../common/frame-meta.ts';
import type { Limits } from '../common/limits.ts';
import { distributionNames, type Identity } from './distribution-names.ts';

/** One bin as it is drawn. */
export interface Bin {
  readonly label: string;
  readonly reference: number;
  readonly live: number;
  /** What the bin contributes to the PSI; undefined where it was not asked for. */
  readonly contribution?: number;
}

/** Live and reference shares of one feature, of the predictions of one model or of one histogram. */
export interface Distribution {
  readonly name: string;
  readonly bins: readonly Bin[];
  /** Sum of the contributions; undefined where they were not asked for. */
  readonly psi?: number;
  /** Limits of the PSI. */
  readonly limits: Limits;
}

type Side = 'reference' | 'live' | 'contribution';

/** Measures by bin, and what each says of its bin. */
const SIDES: Readonly<Record<string, Side>> = {
  'reference-share': 'reference',
  'live-share': 'live',
  'psi-contribution': 'contribution',
};

interface Collected {
  readonly identity: Identity;
  readonly cells: Map<string, Partial<Record<Side, number>>>;
  limits: Limits | undefined;
}

/** Puts the frames of the three measures by bin together: one distribution each, the most drifted first. */
export function distributions(frames: readonly DataFrame[]): Distribution[] {
  const collected = new Map<string, Collected>();
  for (const frame of frames) collect(frame, collected);
  const all = [...collected.values()];
  const names = distributionNames(all.map(({ identity }) => identity));
  return all
    .map((each, i) => distributionOf(names[i] ?? '', each))
    .sort((a, b) => (b.psi ?? 0) - (a.psi ?? 0) || (a.name < b.name ? -1 : 1));
}

function collect(frame: DataFrame, collected: Map<string, Collected>): void {
  const { measure = '', bin: binLabel, limits } = frameMeta(frame);
  const side = SIDES[measure];
  if (side === undefined || binLabel === undefined) return;
  for (const field of frame.fields) {
    const { [binLabel]: bin, ...labels } = field.labels ?? {};
    const value = lastOf(field);
    if (bin === undefined || value === undefined) continue;
    const identity = { binLabel, labels, histogram: histogramOf(frame, bin, labels) };
    const key = keyOf(identity);
    const entry = collected.get(key) ?? { identity, cells: new Map(), limits: undefined };
    collected.set(key, entry);
    entry.cells.set(bin, { ...entry.cells.get(bin), [side]: value });
    if (side === 'contribution') entry.limits ??= limits;
  }
}

/** Name of a histogram that has no labels but that of its bin: the frame's, without the bin at its end. */
function histogramOf(frame: DataFrame, bin: string, labels: Readonly<Record<string, string>>): string {
  const name = frame.name ?? '';
  if (Object.keys(labels).length > 0) return '';
  return name.endsWith(` ${bin}`) ? name.slice(0, -bin.length - 1) : name;
}

function keyOf({ binLabel, labels, histogram }: Identity): string {
  return JSON.stringify([binLabel, histogram, Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function distributionOf(name: string, { cells, limits = DEFAULT_PSI_LIMITS }: Collected): Distribution {
  const bins = [...cells]
    .map(([label, cell]): Bin => ({ reference: 0, live: 0, ...cell, label }))
    .sort((a, b) => compareBins(a.label, b.label));
  const contributions = bins.flatMap(({ contribution }) => contribution ?? []);
  const psi = contributions.length > 0 ? { psi: contributions.reduce((sum, each) => sum + each, 0) } : {};
  return { name, bins, ...psi, limits };
}

function lastOf(field: Field): number | undefined {
  if (field.type !== FieldType.number) return undefined;
  return (field.values as unknown[]).findLast(
    (value): value is number => typeof value === 'number' && Number.isFinite(value),
  );
}
