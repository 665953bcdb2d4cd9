import { isNumericText } from './numeric-text.ts';

/**
 * How the texts of a column are read:
 *
 * - `number`: texts of the same number, truth value or time are the same label: 1, 1.0 and `1e0`; `True` and `true`.
 * - `verbatim`: texts are labels as they are written, as for codes of which 007 and 7 are two.
 */
export const LABEL_MODES = ['number', 'verbatim'] as const;
export type LabelMode = (typeof LABEL_MODES)[number];

/** Texts that training files hold for a missing number. */
const NOT_A_NUMBER = new Set(['nan', 'NaN']);

/** Digits up to which whole numbers are written in full; labels are no longer. */
const MOST_DIGITS = 200;
const LARGEST = 10n ** BigInt(MOST_DIGITS);

const PARTS = /^([-+]?)(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i;

const TIME = /^(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(?: ?(z|[-+]\d\d(?::?\d\d)?))?)?$/i;

/**
 * The label of a value, the same for training data and live values.
 *
 * - Numbers: 1, 1n, `1.0`, ` 1 ` and `+1` are `1`; −0 is `0`. Whole numbers keep all digits; of a fraction, the label is
 *   the shortest text of the nearest double.
 * - Truth values: `true`, `True` and `TRUE` are `true`.
 * - Times: a `Date` and a text of ISO 8601 are a time of UTC to the second or finer, without the time at midnight. A text
 *   without a zone is UTC.
 * - Other texts: without white space around them.
 *
 * @returns an empty text for a missing value: null, undefined, NaN, an invalid date, and empty or blank texts; undefined
 *   for what has no label: infinities, other objects, functions and symbols
 */
export function canonicalText(value: unknown, mode: LabelMode): string | undefined {
  switch (typeof value) {
    case 'string':
      return labelOfText(value.trim(), mode);
    case 'number':
      return labelOfNumber(value);
    case 'bigint':
      return value < LARGEST && value > -LARGEST ? String(value) : labelOfNumber(Number(value));
    case 'boolean':
      return String(value);
    case 'undefined':
      return '';
    case 'object':
      return value === null ? '' : labelOfObject(value);
    default:
      return undefined;
  }
}

function labelOfNumber(value: number): string | undefined {
  if (Number.isNaN(value)) return '';
  if (value - value !== 0) return undefined;
  // Beyond 2^53, JavaScript writes zeros for the last digits.
  const inFull = Math.abs(value) > Number.MAX_SAFE_INTEGER && Math.abs(value) < 10 ** MOST_DIGITS;
  return inFull ? String(BigInt(value)) : String(value);
}

function labelOfText(text: string, mode: LabelMode): string {
  if (text === '' || NOT_A_NUMBER.has(text)) return '';
  if (mode === 'verbatim') return text;
  // Most texts begin with a letter, and are told apart by it.
  const first = text.charCodeAt(0);
  if (first < 58) return isNumericText(text) ? labelOfNumericText(text) : (labelOfTime(text) ?? text);
  return text.length <= 5 && /^(?:true|false)$/i.test(text) ? text.toLowerCase() : text;
}

function labelOfNumericText(text: string): string {
  const [, sign, whole = '', fraction = '', exponent = '0'] = PARTS.exec(text) ?? [];
  const digits = (whole + fraction).replace(/0+$/, '');
  const length = whole.length + Number(exponent);
  if (digits.length > length || length > MOST_DIGITS) {
    // Too large for a double: nobody's number, but a text all the same.
    return labelOfNumber(Number(text)) ?? text;
  }
  const integer = digits.padEnd(length, '0').replace(/^0+/, '');
  if (integer === '') return '0';
  return sign === '-' ? `-${integer}` : integer;
}

function labelOfTime(text: string): string | undefined {
  const found = TIME.exec(text);
  if (found === null) return undefined;
  const [, day = '', minutes = '00:00', seconds = '00', fraction = '', zone = 'Z'] = found;
  const written = `${day}T${minutes}:${seconds}`;
  const local = new Date(`${written}Z`);
  // A day such as February 30 is no time.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(written)) return undefined;
  return timeText(new Date(local.getTime() - offsetOf(zone)), fraction);
}

/** Milliseconds that a zone such as `+02:00` is ahead of UTC. */
function offsetOf(zone: string): number {
  if (/^z$/i.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/** @param fraction - decimals of the seconds; those of `time` itself are left out */
function timeText(time: Date, fraction: string): string {
  const seconds = time.toISOString().slice(0, -'.000Z'.length);
  const decimals = fraction.replace(/0+$/, '');
  if (decimals !== '') return `${seconds}.${decimals}Z`;
  return seconds.endsWith('T00:00:00') ? seconds.slice(0, -'T00:00:00'.length) : `${seconds}Z`;
}

/** Dates alone have a label: asking any other object for its text could run anything. */
function labelOfObject(value: object): string | undefined {
  try {
    // Throws for what is no date, and takes those of every realm.
    const time = Date.prototype.getTime.call(value);
    if (Number.isNaN(time)) return '';
    const date = new Date(time);
    return timeText(date, String(date.getUTCMilliseconds()).padStart(3, '0'));
  } catch {
    return undefined;
  }
}
