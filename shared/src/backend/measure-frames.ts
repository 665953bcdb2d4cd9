import type { Limits, MeasureFrame } from '../compiler/frames.ts';
import type { Aspect } from '../query/measure-query.ts';
import type { Unit } from '../templates/description.ts';
import type { DataFrame, Field, FrameMeta } from './data-frame.ts';

const UNITS: Record<Unit, string | undefined> = {
  share: 'percentunit',
  index: undefined,
  seconds: 's',
  'per second': 'reqps',
};

/** What all frames of an answer have in common. */
interface Common {
  readonly show: Aspect;
  readonly instant: boolean;
  /** One object for all, which a host copies once. */
  readonly time: Field;
  meta(frame: MeasureFrame): FrameMeta;
}

/**
 * One frame for each series, with a time for each value, or for an instant with the value alone. What the store was asked
 * stands in the first one: it is as long as the frames of a hundred features.
 *
 * @param frames - of one query, which are at the same times
 */
export function measureFrames(
  frames: readonly MeasureFrame[],
  show: Aspect,
  instant: boolean,
  asked: readonly string[],
): DataFrame[] {
  const milliseconds = (frames[0]?.times ?? []).map((seconds) => seconds * 1000);
  const time: Field = { name: 'Time', type: 'time', config: {}, values: milliseconds };
  const common = { show, instant, time, meta: metaOf(show, instant) };
  const shown = frames.flatMap((frame) => {
    const values = (frame.values[show] ?? []).map((value) => (Number.isFinite(value) ? value : NaN));
    return values.every((value) => Number.isNaN(value)) ? [] : [frameOf(frame, values, common)];
  });
  const [first, ...others] = shown;
  if (first === undefined) return [];
  return [{ ...first, meta: { ...first.meta, executedQueryString: asked.join('\n\n') } }, ...others];
}

function frameOf(frame: MeasureFrame, values: readonly number[], { show, instant, time, meta }: Common): DataFrame {
  const { name, labels, unit } = frame;
  const config = { displayNameFromDS: name, ...configOf(unit, show) };
  const value: Field = { name: 'Value', type: 'number', labels, config, values };
  return { name, meta: meta(frame), fields: instant ? [value] : [time, value] };
}

/** Frames with the same limits have one object, which a host copies once. */
function metaOf(show: Aspect, instant: boolean): Common['meta'] {
  const known = new Map<Limits | undefined, FrameMeta>();
  return ({ measure, subject, bin, limits }) => {
    const meta = known.get(limits) ?? {
      type: instant ? 'numeric-multi' : 'timeseries-multi',
      typeVersion: [0, 1],
      // Panels look for the value of a measure, or its excess, and would take its counts for it.
      ...(show === 'value' || show === 'excess' ? { custom: { measure, subject, bin, limits } } : {}),
    };
    known.set(limits, meta);
    return meta;
  };
}

/** Unit of what is shown. Decimals are a panel's choice. */
export function configOf(unit: Unit, show: Aspect): Readonly<Record<string, unknown>> {
  if (show === 'observations' || show === 'numerator') return { unit: 'short' };
  const known = UNITS[unit];
  return known === undefined ? {} : { unit: known };
}
