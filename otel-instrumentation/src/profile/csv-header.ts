/** What a text looks like. */
type Look = 'empty' | 'number' | 'time' | 'address' | 'text';

/** Texts that stand for a missing value in a row, and never name a column. */
const MISSING = /^(\?|-|n\/?a|nan|null|none|unknown)$/i;
const NUMBER = /^[-+]?(\d+([.,]\d+)*|\.\d+)(e[-+]?\d+)?%?$/i;
const TIME = /^(\d{4}-\d\d?-\d\d?|\d\d?[./]\d\d?[./]\d{2,4})([T ].*)?$|^\d\d?:\d\d(:\d\d(\.\d+)?)?$/;
const ADDRESS = /^[^\s@]+@[^\s@]+\.\w+$/;

/**
 * Whether the first line of a CSV file is a row like those below it, so that the file has no header.
 *
 * Columns of numbers, times or e-mail addresses decide: the line is a row if its fields look like the values in every one
 * of these columns. If all columns are texts, it is a row if each of its fields occurs again in its own column. A line
 * alone is a row if it holds a number.
 */
export function isRow(first: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (rows.length === 0) return first.some((field) => lookOf(field) === 'number');
  const columns = first.map((field, i) => ({ field, values: rows.map((row) => row[i] ?? '') }));
  const typed = columns
    .map(({ field, values }) => ({ field: lookOf(field), values: commonLook(values) }))
    .filter(({ values }) => values !== 'text' && values !== 'empty');
  if (typed.length > 0) {
    // An empty field fits any column, but a line of empty ones is no row that could be told.
    const some = typed.some(({ field, values }) => field === values);
    return some && typed.every(({ field, values }) => field === values || field === 'empty');
  }
  return columns.every(({ field, values }) => field.trim() !== '' && values.includes(field));
}

function commonLook(values: readonly string[]): Look {
  const looks = new Set(values.map(lookOf).filter((look) => look !== 'empty'));
  const [only = 'empty', ...others] = looks;
  return others.length === 0 ? only : 'text';
}

function lookOf(value: string): Look {
  const text = value.trim();
  if (text === '' || MISSING.test(text)) return 'empty';
  if (NUMBER.test(text)) return 'number';
  if (TIME.test(text)) return 'time';
  return ADDRESS.test(text) ? 'address' : 'text';
}
