import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import type { Person } from '../model/income-model.ts';

/** Columns that the service's clients do not send: sampling weight, a double of education-num, an unused column, the label. */
const NOT_SENT = new Set(['fnlwgt', 'education', 'native-country', 'class']);

/** Someone, and whether they earn more than 50,000 dollars a year, as is known later. */
export interface LabeledPerson {
  readonly person: Person;
  readonly label: string;
}

/** The 48,842 people of UCI Adult as a client would send them: numbers as numbers, null for what is missing. */
export function people(): Person[] {
  return labeledPeople().map(({ person }) => person);
}

/** The same people with their labels. */
export function labeledPeople(): LabeledPerson[] {
  const csv = gunzipSync(readFileSync(new URL('../../data/adult.csv.gz', import.meta.url)));
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  return rows.map((row) => ({
    person: Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => !NOT_SENT.has(column))
        .map(([column, value]) => [column, valueOf(value)]),
    ),
    label: row['class'] ?? '',
  }));
}

function valueOf(text: string): string | number | null {
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
