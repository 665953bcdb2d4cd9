import type { ColumnFacts } from './column-facts.ts';
import { isNumeric, usesCommas } from './column-kind.ts';

/** Rows below which the number of different values tells nothing. */
const FEWEST_ROWS = 20;

/** Share of different values from which texts are no categories. */
const DIFFERENT_TEXTS = 0.5;

/** Share of different values from which whole numbers may be identifiers; their number is approximate. */
const DIFFERENT_NUMBERS = 0.9;

/** Digits from which numbers of equal length are accounts, telephones or times rather than measurements. */
const DIGITS_OF_IDENTIFIERS = 7;

/** Times of which so many differ do not come again. */
const MOST_TIMES = 50;

/** Share of the texts that must look alike. */
const ALIKE = 0.9;

/** Dates and times as programs and people write them: 2024-01-31T12:00, 31.1.2024, 31 Jan 2024, Jan 31, 2024, 12:30:05. */
const TIME = new RegExp(
  [
    String.raw`^\d{4}[-/.]\d\d?[-/.]\d\d?([T ].*)?$`,
    String.raw`^\d\d?[-./]\d\d?[-./]\d{2,4}([, ].*)?$`,
    String.raw`^([a-z]{3,9},? )?(\d\d?[ -])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[ -]\d{1,4}\b.*$`,
    String.raw`^\d\d?:\d\d(:\d\d([.,]\d+)?)?( ?[ap]m)?$`,
  ].join('|'),
  'i',
);

/** Last words of names of columns that hold points in time. */
const TIME_NAMES = new Set([
  'timestamp',
  'ts',
  'time',
  'date',
  'datetime',
  'epoch',
  'at',
  'on',
  'created',
  'updated',
  'modified',
]);

/** From 2000 to 2100 in seconds, and the units in which computers count them. */
const EPOCH = [946_684_800, 4_102_444_800] as const;
const EPOCH_UNITS = [1, 1e3, 1e6, 1e9];

/** Texts that tell who somebody is, from a number of different ones on: ranges such as 2020-2021 look like telephones. */
const PERSONAL: readonly { readonly look: RegExp; readonly what: string; readonly fewest: number }[] = [
  { look: /^[^\s@]+@[^\s@]+\.\w+$/, what: 'e-mail addresses', fewest: 1 },
  { look: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, what: 'UUIDs', fewest: 1 },
  { look: /^\d{1,3}(\.\d{1,3}){3}$/, what: 'IP addresses', fewest: 1 },
  {
    look: /^(?!\d{1,3}(\.\d{3})+$)(?=(\D*\d){7,15}\D*$)\+?\(?\d[\d\s().\-/]*$/,
    what: 'telephone numbers',
    fewest: FEWEST_ROWS,
  },
];

/** Names of columns that hold identifiers: the last word of `customer_id`, `customerId` or `Customer ID`. */
const IDENTIFIER_NAMES = new Set(
  [
    'id',
    'ids',
    'uid',
    'uuid',
    'guid',
    'key',
    'pk',
    'no',
    'nr',
    'number',
    'serial',
    'index',
    'rowid',
    'ref',
    'account',
  ].concat(['iban', 'ssn', 'passport', 'phone', 'telephone', 'tel', 'mobile', 'fax', 'timestamp', 'unnamed: 0']),
);

/**
 * Why a column does not become labels: it tells who somebody is, or nearly every row has its own value. Undefined for a
 * column that is a feature.
 *
 * - Texts: e-mail addresses, telephone numbers, IP addresses, UUIDs; more than 50 dates; more than half as many values as
 *   rows.
 * - Whole numbers of which nearly all differ: the name says identifier, they count 1, 2, 3, or all have the same number of
 *   digits, seven or more.
 * - Numbers that count the seconds since 1970, or parts of them, in a column whose name says time.
 * - Other numbers with fractions are measurements.
 */
export function personalContent(column: string, facts: ColumnFacts): string | undefined {
  if (isNumeric(facts)) return identifiers(column, facts);
  const look = personalLook(facts);
  if (look !== undefined) return `it holds ${look}`;
  // Mostly numbers: the texts among them have to be explained first.
  const { present, numbers, leadingZeros, texts } = facts;
  if ((numbers > present / 2 && leadingZeros === 0) || usesCommas(texts)) return undefined;
  return manyTexts(facts);
}

function personalLook({ texts, distinct }: ColumnFacts): string | undefined {
  if (alike(texts, TIME)) return undefined;
  const found = PERSONAL.find(({ look, fewest }) => distinct >= fewest && alike(texts, look));
  return found?.what;
}

function manyTexts({ present, distinct, texts, leadingZeros }: ColumnFacts): string | undefined {
  const many = present >= FEWEST_ROWS && distinct > DIFFERENT_TEXTS * present;
  if (alike(texts, TIME))
    return many || distinct > MOST_TIMES ? `it holds about ${distinct} different times` : undefined;
  if (!many) return undefined;
  const what = leadingZeros > 0 ? 'codes' : 'texts';
  return `it holds about ${Math.min(distinct, present)} different ${what} in ${present} rows, such as names or identifiers`;
}

function alike(texts: readonly string[], look: RegExp): boolean {
  return texts.length > 0 && texts.filter((value) => look.test(value.trim())).length >= ALIKE * texts.length;
}

function identifiers(column: string, facts: ColumnFacts): string | undefined {
  const { present, distinct, whole, numbers, minimum, maximum } = facts;
  if (distinct > MOST_TIMES && isEpoch(minimum, maximum) && TIME_NAMES.has(lastWord(column))) {
    return `it holds about ${Math.min(distinct, present)} different times`;
  }
  if (present < FEWEST_ROWS || whole < numbers || distinct < DIFFERENT_NUMBERS * present) return undefined;
  if (IDENTIFIER_NAMES.has(lastWord(column)) || IDENTIFIER_NAMES.has(column.toLowerCase())) {
    return 'its name and its values, nearly all different, are those of an identifier';
  }
  if ((minimum === 0 || minimum === 1) && maximum - minimum + 1 === present) return 'it counts the rows';
  const digits = (value: number): number => BigInt(value).toString().length;
  if (minimum > 0 && digits(minimum) === digits(maximum) && digits(minimum) >= DIGITS_OF_IDENTIFIERS) {
    return `it holds whole numbers of ${digits(minimum)} digits, nearly all different, as identifiers and times do`;
  }
  return undefined;
}

/** The last word of `customer_id`, `customerId` or `Customer ID`, in small letters. */
function lastWord(column: string): string {
  const words = column
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_.-]+/);
  return words.at(-1) ?? '';
}

function isEpoch(minimum: number, maximum: number): boolean {
  return EPOCH_UNITS.some((unit) => minimum >= EPOCH[0] * unit && maximum <= EPOCH[1] * unit);
}
