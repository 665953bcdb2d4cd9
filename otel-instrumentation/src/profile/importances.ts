import type { FeatureReference } from '@driftline/shared';
import { listed } from '../values/listed.ts';
import { sumOf } from '../values/sum-of.ts';
import { csvRecords } from './csv-scanner.ts';
import { guessDialect } from './csv-dialect.ts';
import { TrainingError } from './training-error.ts';

/** How much each feature means to the model, as its trainer says. */
export interface Importances {
  /** The name that the user knows the file by. */
  readonly shown: string;
  readonly byFeature: ReadonlyMap<string, number>;
}

/**
 * Reads importances as trainers write them: as JSON an object of numbers by feature, or a list of objects that have one text
 * and one number each; as CSV two columns, the feature and the number, with or without a header.
 *
 * @param shown - the name of the file
 * @throws {TrainingError} for anything else, for numbers that are negative or none, and for a feature that is there twice
 */
export function parseImportances(text: string, shown: string): Importances {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const entries = /^[[{]/.test(trimmed) ? fromJson(trimmed, shown) : fromCsv(trimmed, shown);
  if (entries.length === 0) throw new TrainingError(`${shown} has no importance of any feature: give one for each.`);
  const byFeature = new Map<string, number>();
  for (const [feature, importance] of entries) {
    if (byFeature.has(feature)) throw new TrainingError(`${shown} has two importances of ${feature}: give one.`);
    if (!(importance >= 0 && importance < Infinity)) {
      throw new TrainingError(
        `${shown} has the importance ${importance} of ${feature}: give numbers from 0 on, such as absolute values.`,
      );
    }
    byFeature.set(feature, importance);
  }
  return { shown, byFeature };
}

/**
 * The features with their importances, which sum to 1. A feature that the file lacks has none, and that is said.
 *
 * @throws {TrainingError} for importances of what is no feature, and where all are 0
 */
export function withImportances(
  features: readonly FeatureReference[],
  { shown, byFeature }: Importances,
  warn: (sentence: string) => void,
): FeatureReference[] {
  const names = features.map(({ name }) => name);
  const unknown = [...byFeature.keys()].filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new TrainingError(
      `${shown} has importances of ${listed(unknown, unknown.length, 10)}, which the profile does not have as features: choose from ` +
        `${names.join(', ')}, and add up those of columns that one feature was encoded in.`,
    );
  }
  const all = sumOf([...byFeature.values()]);
  if (!(all > 0 && all < Infinity)) {
    throw new TrainingError(`${shown} has importances that sum to ${all}: give some that are above 0.`);
  }
  const missing = names.filter((name) => !byFeature.has(name));
  if (missing.length > 0) {
    warn(`${shown} has no importance of ${listed(missing)}: it is 0, and no change of them is a suspect.`);
  }
  return features.map((feature) => ({ ...feature, importance: (byFeature.get(feature.name) ?? 0) / all }));
}

type Entry = readonly [feature: string, importance: number];

function fromJson(text: string, shown: string): Entry[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new TrainingError(`${shown} is not JSON: give an object of numbers by feature, or two columns as CSV.`, {
      cause: error,
    });
  }
  if (!Array.isArray(json)) return Object.entries(json as object).map(([name, value]) => [name, numberOf(value)]);
  return json.map((entry: unknown, i) => {
    const values = Object.values((entry ?? {}) as object) as unknown[];
    const [name, ...names] = values.filter((value) => typeof value === 'string');
    const [number, ...numbers] = values.filter((value) => typeof value === 'number');
    if (name === undefined || number === undefined || names.length + numbers.length > 0) {
      throw new TrainingError(
        `Entry ${i + 1} of ${shown} has not one text and one number: give {"feature": "age", "importance": 0.4}.`,
      );
    }
    return [name, number];
  });
}

function fromCsv(text: string, shown: string): Entry[] {
  const records = csvRecords(text, guessDialect(`${text}\n`, {})).filter(({ size }) => size > 0);
  return records.flatMap(({ size, line, fields }, i): Entry[] => {
    const [feature = '', importance = ''] = fields;
    if (size !== 2) {
      throw new TrainingError(
        `Line ${line} of ${shown} has ${size} columns: give two, the feature and its importance.`,
      );
    }
    const isHeader = i === 0 && Number.isNaN(numberOf(importance));
    return isHeader ? [] : [[feature, numberOf(importance)]];
  });
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}
