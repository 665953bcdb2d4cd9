import type { MeasureFrame } from '../compiler/frames.ts';
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
  readonly executedQueryString: string;
  /** Milliseconds since 1970: one list for all, which a host copies once. */
  readonly milliseconds: readonly number[];
}

/**
 * One frame for each series, with a time for each value, or for an instant with the value alone.
 *
 * @param frames - of one query, which are at the same times
 */
export function measureFrames(
  frames: readonly MeasureFrame[],
  show: Aspect,
  instant: boolean,
  asked: readonly string[],
): DataFrame[] {
  const executedQueryString = asked.join('\n\n');
  const milliseconds = (frames[0]?.times ?? []).map((seconds) => seconds * 1000);
  const common = { show, instant, executedQueryString, milliseconds };
  return frames.flatMap((frame) => {
    const values = (frame.values[show] ?? []).map((value) => (Number.isFinite(value) ? value : NaN));
    return values.every((value) => Number.isNaN(value)) ? [] : [frameOf(frame, values, common)];
  });
}

function frameOf(
  frame: MeasureFrame,
  values: readonly number[],
  { show, instant, executedQueryString, milliseconds }: Common,
): DataFrame {
  const { measure, subject, bin, limits, name, labels, unit } = frame;
  const value: Field = {
    name: 'Value',
    type: 'number',
    labels,
    config: { displayNameFromDS: name, ...configOf(unit, show) },
    values,
  };
  const meta: FrameMeta = {
    type: instant ? 'numeric-multi' : 'timeseries-multi',
    typeVersion: [0, 1],
    // Panels look for the value of a measure, or its excess, and would take its counts for it.
    ...(show === 'value' || show === 'excess' ? { custom: { measure, subject, bin, limits } } : {}),
    executedQueryString,
  };
  const time: Field = { name: 'Time', type: 'time', config: {}, values: milliseconds };
  return { name, meta, fields: instant ? [value] : [time, value] };
}

/** Unit of what is shown. Decimals are a panel's choice. */
export function configOf(unit: Unit, show: Aspect): Readonly<Record<string, unknown>> {
  if (show === 'observations' || show === 'numerator') return { unit: 'short' };
  const known = UNITS[unit];
  return known === undefined ? {} : { unit: known };
}
