import type { Limits, MeasureFrame } from '../compiler/frames.ts';
import type { Aspect } from '../query/measure-query.ts';
import type { Unit } from '../templates/description.ts';
import type { DataFrame, Field, FrameMeta } from './data-frame.ts';
import type { NoValues } from './no-values.ts';
import { thresholdsOf } from './thresholds.ts';

/** Of Grafana. `count:` gives what follows it an order of magnitude, such as `1.2K predictions/s`. */
const UNITS: Record<Unit, string | undefined> = {
  share: 'percentunit',
  index: undefined,
  seconds: 's',
  'per second': 'count:predictions/s',
};

/** What all frames of an answer have in common. */
interface Common {
  /** One object for all, which a host copies once; none for an instant. */
  readonly times: readonly Field[];
  of(frame: MeasureFrame): SharedByLimits;
}

/** What frames with the same limits have in common: one object, which a host copies once. */
interface SharedByLimits {
  readonly meta: FrameMeta;
  readonly config: Field['config'];
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
  const isZero = frames.every(({ values }) =>
    (values[show] ?? []).every((value) => value === 0 || Number.isNaN(value)),
  );
  const common = { times: instant ? [] : [time], of: sharedByLimits(show, instant, isZero) };
  const leftOut: string[] = [];
  const shown = frames.flatMap((frame) => {
    const values = (frame.values[show] ?? []).map((value) => (Number.isFinite(value) ? value : NaN));
    if (!values.every((value) => Number.isNaN(value))) return [frameOf(frame, values, common)];
    leftOut.push(frame.name);
    return [];
  });
  const [first, ...others] = shown;
  if (first === undefined) return [];
  // Of features it is known only with more work why they have no value; of groups it is their size.
  const notices = frames[0]?.subject === 'group' && show === 'value' ? noticesOf(leftOut) : {};
  const meta: FrameMeta = { ...first.meta, ...notices, executedQueryString: asked.join('\n\n') };
  return [{ ...first, meta }, ...others];
}

/** Names that a notice lists. */
const MOST_NAMES = 10;

function noticesOf(leftOut: readonly string[]): Pick<FrameMeta, 'notices'> {
  if (leftOut.length === 0) return {};
  const names = leftOut.slice(0, MOST_NAMES).join(', ');
  const more = leftOut.length > MOST_NAMES ? ` and ${leftOut.length - MOST_NAMES} more` : '';
  return { notices: [{ severity: 'info', text: `Too few people to show a value: ${names}${more}.` }] };
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

function frameOf(frame: MeasureFrame, values: readonly number[], { times, of }: Common): DataFrame {
  const { name, labels } = frame;
  const { meta, config } = of(frame);
  const value: Field = { name: 'Value', type: 'number', labels, displayName: name, config, values };
  return { name, meta, fields: [...times, value] };
}

function sharedByLimits(show: Aspect, instant: boolean, isZero: boolean): Common['of'] {
  const known = new Map<Limits | undefined, SharedByLimits>();
  return ({ measure, subject, bin, limits, unit }) => {
    const shared = known.get(limits) ?? {
      meta: {
        type: instant ? 'numeric-multi' : 'timeseries-multi',
        typeVersion: [0, 1],
        // A panel of ours draws a critical value beside the value; it must not take counts for either.
        ...(PANELS_READ.includes(show) ? { custom: { measure, subject, bin, limits, show } } : {}),
      },
      config: { ...configOf(unit, show), ...rangeOf(unit, show, instant, isZero), ...limitsConfig(limits, show) },
    };
    known.set(limits, shared);
    return shared;
  };
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
