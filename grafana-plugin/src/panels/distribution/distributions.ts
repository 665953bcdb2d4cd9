import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { t } from '@grafana/i18n';
import { binTexts } from '@driftline/shared/bin-text';
import { frameMeta } from '../common/frame-meta.ts';
import type { Limits } from '../common/limits.ts';

/** One side of a distribution, such as the training data or what was live in a window. */
export interface Side {
  readonly name: string;
  readonly role: 'baseline' | 'live';
  /** The field of its shares: name, display and links. */
  readonly field: Field<number | null>;
  readonly isHidden: boolean;
  /** Labels of the bins in the order of the field's values. */
  readonly labels: readonly string[];
  /** Share and count of each bin, by its label. */
  readonly shares: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, number>;
}

/** One bin as it is drawn. */
export interface Bin {
  readonly label: string;
  /** How the label is shown. */
  readonly text: string;
  /** What the bin contributes to the PSI; undefined for another measure. */
  readonly contribution?: number;
}

/** A feature, the predictions of a model or a histogram: all sides that the queries gave. */
export interface Distribution {
  readonly name: string;
  readonly bins: readonly Bin[];
  /** Baselines first. */
  readonly sides: readonly Side[];
  readonly measure: string;
  /** Value of the measure; undefined without a baseline. */
  readonly value?: number;
  readonly criticalValue?: number;
  readonly observations?: number;
  readonly limits?: Limits;
  /** The frame that came first, by which colors go. */
  readonly frame: DataFrame;
}

/**
 * Puts frames of the format `distribution` together: one distribution for each name. The first query gives its value; a
 * further one adds what it has beside it, such as another window or another baseline. The most drifted comes first.
 */
export function distributions(frames: readonly DataFrame[]): Distribution[] {
  const byName = new Map<string, DataFrame[]>();
  for (const frame of frames) {
    if (frameMeta(frame).show !== 'distribution') continue;
    const name = frame.name ?? '';
    byName.set(name, [...(byName.get(name) ?? []), frame]);
  }
  return [...byName]
    .map(([name, of]) => distributionOf(name, of))
    .filter((distribution) => distribution !== undefined)
    .sort((a, b) => worseBy(b) - worseBy(a) || (a.name < b.name ? -1 : 1));
}

const worseBy = ({ value = -Infinity, limits }: Distribution): number => (limits?.side === 'below' ? -value : value);

function distributionOf(name: string, frames: readonly DataFrame[]): Distribution | undefined {
  const [first] = frames;
  if (first === undefined) return undefined;
  const { measure = '', value, criticalValue, observations, limits } = frameMeta(first);
  const sides = sidesOf(frames);
  const contributions = columnOf(first, 'Contribution');
  const labels = [...new Set(frames.flatMap((frame) => labelsOf(frame)))];
  const textOf = binTexts(labels);
  return {
    name,
    bins: labels.map((label) => {
      const contribution = contributions?.get(label);
      const bin = { label, text: textOf(label) };
      return contribution === undefined ? bin : { ...bin, contribution };
    }),
    sides,
    measure,
    ...(value === undefined ? {} : { value }),
    ...(criticalValue === undefined ? {} : { criticalValue }),
    ...(observations === undefined ? {} : { observations }),
    ...(limits === undefined ? {} : { limits }),
    frame: first,
  };
}

/** Every side once: two queries over the same window have the same live side. Windows are named where they differ. */
function sidesOf(frames: readonly DataFrame[]): Side[] {
  const windows = new Set(frames.map((frame) => frameMeta(frame).window));
  const sides = new Map<string, Side>();
  for (const frame of frames) {
    const { baseline, window = '' } = frameMeta(frame);
    const found = [
      ...(baseline === undefined ? [] : [sideOf(frame, baseline, 'baseline', baseline)]),
      sideOf(
        frame,
        'Live',
        'live',
        windows.size > 1
          ? t('panels.distribution.live-window', 'Live {{- window}}', { window })
          : t('panels.distribution.live', 'Live'),
      ),
    ];
    for (const side of found) if (side !== undefined && !sides.has(side.name)) sides.set(side.name, side);
  }
  const all = [...sides.values()];
  return [...all.filter(({ role }) => role === 'baseline'), ...all.filter(({ role }) => role === 'live')];
}

function sideOf(frame: DataFrame, column: string, role: Side['role'], name: string): Side | undefined {
  const field = frame.fields.find((each): each is Field<number | null> => each.name === column);
  const shares = columnOf(frame, column);
  if (field === undefined || shares === undefined) return undefined;
  const { hideFrom } = (field.config.custom ?? {}) as { readonly hideFrom?: { readonly viz?: boolean } };
  const counts = columnOf(frame, `${column} count`) ?? new Map<string, number>();
  return { name, role, field, isHidden: hideFrom?.viz === true, labels: labelsOf(frame), shares, counts };
}

function labelsOf(frame: DataFrame): string[] {
  const bins = frame.fields.find(({ type }) => type === FieldType.string);
  return (bins?.values as unknown[] | undefined)?.map(String) ?? [];
}

function columnOf(frame: DataFrame, name: string): ReadonlyMap<string, number> | undefined {
  const field = frame.fields.find((each) => each.name === name && each.type === FieldType.number);
  if (field === undefined) return undefined;
  return new Map(
    labelsOf(frame).flatMap((label, i): [string, number][] => {
      const value: unknown = field.values[i];
      return typeof value === 'number' && Number.isFinite(value) ? [[label, value]] : [];
    }),
  );
}
