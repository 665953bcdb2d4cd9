import { csvRecords, type CsvDialect } from './csv-scanner.ts';

/** Likely delimiters; of equally good ones the first is taken. */
const DELIMITERS = [',', '\t', ';', '|', ' '] as const;

/** Share of the records that must have as many fields as the first. */
const CONSISTENT = 0.8;

/** A space divides words too, so that it has to divide nearly every record alike. */
const CONSISTENT_SPACES = 0.98;

/**
 * Guesses delimiter and quote of a CSV file from its start: the delimiter that occurs in the first record and gives most
 * records the same number of fields, and single quotes only where fields begin and end with them and none with double
 * ones.
 *
 * @param text - the start of the file, which ends with a whole line
 * @param given - what need not be guessed
 */
export function guessDialect(text: string, given: Partial<CsvDialect>): CsvDialect {
  const delimiters = given.delimiter === undefined ? DELIMITERS : [given.delimiter];
  const quotes = given.quote === undefined ? ['"', "'"] : [given.quote];
  let best: CsvDialect = { delimiter: delimiters[0], quote: quotes[0] ?? '"' };
  let bestShare = 0;
  for (const delimiter of delimiters) {
    for (const quote of quotes) {
      if (given.quote === undefined && quote === "'" && !inSingleQuotes(text, delimiter)) continue;
      const share = consistency(text, { delimiter, quote });
      const needed = delimiter === ' ' ? CONSISTENT_SPACES : CONSISTENT;
      const better = quote === "'" && best.delimiter === delimiter ? share >= bestShare : share > bestShare;
      if (share >= needed && better) {
        best = { delimiter, quote };
        bestShare = share;
      }
    }
  }
  return best;
}

function consistency(text: string, dialect: CsvDialect): number {
  const records = csvRecords(text, dialect).filter(({ size }) => size > 0);
  const first = records[0]?.size ?? 0;
  if (first < 2) return 0;
  return records.filter(({ size }) => size === first).length / records.length;
}

function inSingleQuotes(text: string, delimiter: string): boolean {
  const fields = csvRecords(text, { delimiter, quote: '\0' }).flatMap((record) => record.fields);
  const within = (quote: string): boolean =>
    fields.some((field) => field.length > 1 && field.startsWith(quote) && field.endsWith(quote));
  return within("'") && !within('"');
}
