/** Characters that divide a CSV file. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly quote: string;
}

/** One record of a CSV file. */
export interface CsvRecord {
  /** Line of the file in which it begins, from 1; quoted fields may hold line breaks. */
  readonly line: number;
  /** Number of fields; 0 for a blank line. */
  readonly size: number;
  /** Its characters. */
  readonly length: number;
  /** The fields, if they are asked for. */
  readonly fields: readonly string[];
  /** A quoted field that does not end at its quote, or not at all. */
  readonly misquoted: boolean;
}

const LF = 10;
const CR = 13;

/** Where the scanner is in a field. */
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
const AFTER_QUOTE = 3;

/**
 * Divides CSV into records as RFC 4180 does: a doubled quote is a quote; lines end with LF, CR LF or CR. Takes the text in
 * pieces of any length.
 */
export class CsvScanner {
  readonly #delimiter: number;
  readonly #quote: number;
  readonly #onRecord: (record: CsvRecord) => void;
  readonly #keep: boolean;
  #state = START;
  #afterCr = false;
  #line = 1;
  #begin = 1;
  #size = 0;
  #misquoted = false;
  #field = '';
  #fields: string[] = [];
  #length = 0;

  /** @param keep - whether records carry their fields; counting alone is faster */
  constructor({ delimiter, quote }: CsvDialect, onRecord: (record: CsvRecord) => void, keep = false) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quote = quote.charCodeAt(0);
    this.#onRecord = onRecord;
    this.#keep = keep;
  }

  push(text: string): void {
    const delimiter = this.#delimiter;
    const quote = this.#quote;
    let begin = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const lineBreak = code === LF || code === CR;
      // Most characters are content of a field: nothing but these can change the state.
      if (!lineBreak && code !== delimiter && code !== quote && this.#state !== AFTER_QUOTE) {
        if (this.#state === START) this.#state = PLAIN;
        if (this.#keep) this.#field += text[i];
        this.#afterCr = false;
        continue;
      }
      const secondHalf = code === LF && this.#afterCr;
      this.#afterCr = code === CR;
      if (lineBreak && !secondHalf) this.#line++;
      if (this.#state === QUOTED && code === quote) this.#state = AFTER_QUOTE;
      else if (this.#state === QUOTED) this.#add(text, i);
      else if (secondHalf) continue;
      else if (lineBreak) {
        this.#length += i - begin;
        begin = i + 1;
        this.#endRecord();
      } else if (code === delimiter) this.#endField();
      else if (code === quote && this.#state !== PLAIN) {
        // A doubled quote stands for one.
        if (this.#state === AFTER_QUOTE) this.#add(text, i);
        this.#state = QUOTED;
      } else {
        if (this.#state === AFTER_QUOTE) this.#misquoted = true;
        this.#add(text, i);
      }
    }
    this.#length += text.length - begin;
  }

  /** Ends the last record, whether a line break ends it or not. */
  end(): void {
    if (this.#state === QUOTED) this.#misquoted = true;
    if (this.#state !== START || this.#size > 0) this.#endRecord();
  }

  #add(text: string, i: number): void {
    if (this.#keep) this.#field += text[i];
  }

  #endField(): void {
    this.#size++;
    this.#state = START;
    if (this.#keep) this.#fields.push(this.#field);
    this.#field = '';
  }

  #endRecord(): void {
    const blank = this.#state === START && this.#size === 0;
    if (!blank) this.#endField();
    this.#onRecord({
      line: this.#begin,
      size: this.#size,
      length: this.#length,
      fields: this.#fields,
      misquoted: this.#misquoted,
    });
    this.#begin = this.#line;
    this.#size = 0;
    this.#misquoted = false;
    this.#fields = [];
    this.#length = 0;
  }
}

/** The records of a text that fits into memory. */
export function csvRecords(text: string, dialect: CsvDialect): CsvRecord[] {
  const records: CsvRecord[] = [];
  const scanner = new CsvScanner(dialect, (record) => records.push(record), true);
  scanner.push(text);
  scanner.end();
  return records;
}
