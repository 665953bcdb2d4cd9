import { doubledQuotes } from './backslash-quotes.ts';
import { csvRecords, type CsvDialect } from './csv-scanner.ts';

/** Likely delimiters; of equally good ones the first is taken. */
const DELIMITERS = [',', '\t', ';', '|', '^', '~', '\u0001', '\u001f', ' '] as const;

/** A space divides words too: it has to divide nearly every record alike, unless it divides numbers. */
const CONSISTENT_SPACES = 0.98;

/** Share of the records that consist of numbers, from which spaces divide these. */
const NUMBERS = 0.5;

/**
 * Guesses delimiter and quote of a CSV file from its start: the delimiter that occurs in the first record and gives most
 * records the same number of fields, and single quotes only where fields begin and end with them and none with double
 * ones.
 *
 * @param text - the start of the file, which ends with a whole line
 * @param given - what need not be guessed
 */
export function guessDialect(text: string, given: Partial<CsvDialect>): CsvDialect {
  return bestDialect(text, given).dialect;
}

/** Whether the start of a CSV file is divided evenly only where a backslash before a quote escapes it. */
export function escapesQuotes(text: string, given: Partial<CsvDialect>): boolean {
  if (!text.includes('\\"') || (given.quote !== undefined && given.quote !== '"')) return false;
  const escaped = bestDialect(doubledQuotes(text), given);
  return isFlawed(text, guessDialect(text, given)) && !isFlawed(doubledQuotes(text), escaped.dialect);
}

function isFlawed(text: string, dialect: CsvDialect): boolean {
  const records = csvRecords(text, dialect).filter(({ size }) => size > 0);
  return records.some(({ size, misquoted }) => misquoted || size !== records[0]?.size);
}

function bestDialect(
  text: string,
  given: Partial<CsvDialect>,
): { readonly dialect: CsvDialect; readonly share: number } {
  const delimiters = given.delimiter === undefined ? DELIMITERS : [given.delimiter];
  const quotes = given.quote === undefined ? ['"', "'"] : [given.quote];
  let best: CsvDialect = { delimiter: delimiters[0], quote: quotes[0] ?? '"' };
  let bestShare = 0;
  for (const delimiter of delimiters) {
    for (const quote of quotes) {
      if (given.quote === undefined && quote === "'" && !inSingleQuotes(text, delimiter)) continue;
      const share = consistency(text, { delimiter, quote });
      const needed = delimiter === ' ' && !dividesNumbers(text, { delimiter, quote }) ? CONSISTENT_SPACES : 0;
      const better = quote === "'" && best.delimiter === delimiter ? share >= bestShare : share > bestShare;
      if (share >= needed && better) {
        best = { delimiter, quote };
        bestShare = share;
      }
    }
  }
  return { dialect: best, share: bestShare };
}

/** Share of the records that have as many fields as the first; 0 for a delimiter that the first has alone, or not at all. */
function consistency(text: string, dialect: CsvDialect): number {
  const records = csvRecords(text, dialect).filter(({ size }) => size > 0);
  const first = records[0]?.size ?? 0;
  if (first < 2) return 0;
  const alike = records.filter(({ size }) => size === first).length;
  return alike === 1 && records.length > 1 ? 0 : alike / records.length;
}

function dividesNumbers(text: string, dialect: CsvDialect): boolean {
  const records = csvRecords(text, dialect).filter(({ size }) => size > 0);
  const numbers = records.filter(
    ({ fields }) => fields.length > 1 && fields.every((field) => /^[-+.\d,e]+$/i.test(field)),
  );
  return numbers.length >= NUMBERS * records.length;
}

function inSingleQuotes(text: string, delimiter: string): boolean {
  const end = `(?:^|$|${delimiter.replace(/[|^.*+?$()[\]{}\\]/, '\\$&')})`;
  const within = (quote: string): boolean => new RegExp(`${end}${quote}[^${quote}\\n]*${quote}${end}`, 'm').test(text);
  return within("'") && !within('"');
}
