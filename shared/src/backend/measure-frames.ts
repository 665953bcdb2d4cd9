import type { Limits, MeasureFrame } from '../compiler/frames.ts';
import type { Aspect } from '../query/measure-query.ts';
import type { Unit } from '../templates/description.ts';
import type { DataFrame, Field, FrameMeta } from './data-frame.ts';
import type { NoValues } from './no-values.ts';
import { thresholdsOf } from './thresholds.ts';

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
  /** Whether no value is above zero. */
  readonly isZero: boolean;
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
  const isZero = frames.every(({ values }) =>
    (values[show] ?? []).every((value) => value === 0 || Number.isNaN(value)),
  );
  const common = { show, instant, executedQueryString, milliseconds, isZero };
  const leftOut: string[] = [];
  const shown = frames.flatMap((frame) => {
    const values = (frame.values[show] ?? []).map((value) => (Number.isFinite(value) ? value : NaN));
    if (!values.every((value) => Number.isNaN(value))) return [frameOf(frame, values, common)];
    leftOut.push(frame.name);
    return [];
  });
  // Of features it is known only with more work why they have no value; of groups it is their size.
  return frames[0]?.subject === 'group' && show === 'value' ? withNotice(shown, leftOut) : shown;
}

/** Names that a notice lists. */
const MOST_NAMES = 10;

function withNotice([first, ...others]: readonly DataFrame[], leftOut: readonly string[]): DataFrame[] {
  if (first === undefined || leftOut.length === 0) return first === undefined ? [] : [first, ...others];
  const names = leftOut.slice(0, MOST_NAMES).join(', ');
  const more = leftOut.length > MOST_NAMES ? ` and ${leftOut.length - MOST_NAMES} more` : '';
  const text = `Too few people to show a value: ${names}${more}.`;
  return [{ ...first, meta: { ...first.meta, notices: [{ severity: 'info', text }] } }, ...others];
}

/** The frame of an answer without values: it says why, and what was asked. */
export function emptyFrame(measure: string, why: NoValues, instant: boolean, asked: readonly string[]): DataFrame {
  return {
    name: measure,
    meta: {
      type: instant ? 'numeric-multi' : 'timeseries-multi',
      typeVersion: [0, 1],
      custom: { measure, noValues: why },
      executedQueryString: asked.join('\n\n'),
    },
    fields: [],
  };
}

function frameOf(
  frame: MeasureFrame,
  values: readonly number[],
  { show, instant, executedQueryString, milliseconds, isZero }: Common,
): DataFrame {
  const { measure, subject, bin, limits, name, labels, unit } = frame;
  const value: Field = {
    name: 'Value',
    type: 'number',
    labels,
    config: {
      displayNameFromDS: name,
      ...configOf(unit, show),
      ...rangeOf(unit, show, instant, isZero),
      ...limitsConfig(limits, show),
    },
    values,
  };
  const meta: FrameMeta = {
    type: instant ? 'numeric-multi' : 'timeseries-multi',
    typeVersion: [0, 1],
    // A panel of ours draws a critical value beside the value; it must not take counts for either.
    ...(PANELS_READ.includes(show) ? { custom: { measure, subject, bin, limits, show } } : {}),
    executedQueryString,
  };
  const time: Field = { name: 'Time', type: 'time', config: {}, values: milliseconds };
  return { name, meta, fields: instant ? [value] : [time, value] };
}

/**
 * What is known of the range of shares. A bar starts at zero; the axis of a line need not. Where all are zero, Grafana's
 * axis would go up to 10,000 %.
 */
function rangeOf(unit: Unit, show: Aspect, instant: boolean, isZero: boolean): object {
  if (unit !== 'share' || show === 'observations' || show === 'numerator') return {};
  return { ...(instant ? { min: 0 } : {}), ...(isZero ? { max: 1 } : {}) };
}

const PANELS_READ: readonly Aspect[] = ['value', 'excess', 'critical-value'];

/** Thresholds are those of what the limits are of. Grafana's own, red from 80, would be wrong for any measure. */
function limitsConfig(limits: Limits | undefined, show: Aspect): object {
  return limits === undefined || (show !== 'value' && show !== 'excess') ? {} : { thresholds: thresholdsOf(limits) };
}

/** Unit of what is shown. Decimals are a panel's choice. */
export function configOf(unit: Unit, show: Aspect): Readonly<Record<string, unknown>> {
  if (show === 'observations' || show === 'numerator') return { unit: 'short', min: 0 };
  const known = UNITS[unit];
  return known === undefined ? {} : { unit: known };
}
