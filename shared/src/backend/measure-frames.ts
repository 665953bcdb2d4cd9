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

/** One frame for each series, with a time for each value, or for an instant with the value alone. */
export function measureFrames(
  frames: readonly MeasureFrame[],
  show: Aspect,
  instant: boolean,
  asked: readonly string[],
): DataFrame[] {
  return frames.flatMap((frame) => {
    const values = (frame.values[show] ?? []).map((value) => (Number.isFinite(value) ? value : NaN));
    return values.every((value) => Number.isNaN(value)) ? [] : [frameOf(frame, values, show, instant, asked)];
  });
}

function frameOf(
  frame: MeasureFrame,
  values: readonly number[],
  show: Aspect,
  instant: boolean,
  asked: readonly string[],
): DataFrame {
  const { measure, subject, bin, limits, name, labels, times, unit } = frame;
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
    executedQueryString: asked.join('\n\n'),
  };
  const time: Field = { name: 'Time', type: 'time', config: {}, values: times.map((seconds) => seconds * 1000) };
  return { name, meta, fields: instant ? [value] : [time, value] };
}

/** Unit of what is shown. Decimals are a panel's choice. */
export function configOf(unit: Unit, show: Aspect): Readonly<Record<string, unknown>> {
  if (show === 'observations' || show === 'numerator') return { unit: 'short' };
  const known = UNITS[unit];
  return known === undefined ? {} : { unit: known };
}
