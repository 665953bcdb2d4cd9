import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Features whose values are numbers, those of Evidently's tutorial. */
const NUMERIC_FEATURES = ['temp', 'atemp', 'hum', 'windspeed', 'hr', 'weekday'] as const;
/** Features whose values are codes. */
const CATEGORICAL_FEATURES = ['season', 'holiday', 'workingday'] as const;
export const FEATURES = [...NUMERIC_FEATURES, ...CATEGORICAL_FEATURES] as const;

export type Features = Readonly<Record<(typeof FEATURES)[number], number>>;

/** One hour of bike sharing in Washington, D.C. */
export interface Ride {
  /** Position in the data, from 1. */
  readonly id: number;
  /** When the hour begins, in milliseconds since 1970; local time is taken for UTC. */
  readonly time: number;
  readonly features: Features;
  /** Bikes that were rented in it. */
  readonly count: number;
}

/** Every hour of 2011 and 2012 that the data has, in order. */
export function readRides(): Ride[] {
  const text = gunzipSync(readFileSync(new URL('../data/hour.csv.gz', import.meta.url))).toString();
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return rideOf((column) => cells[columns.indexOf(column)] ?? '');
  });
}

/** The hours that begin on one of these days, both included, written as 2011-01-28. */
export function ridesBetween(rides: readonly Ride[], first: string, last: string): Ride[] {
  return rides.filter(({ time }) => time >= Date.parse(first) && time < endOf(last));
}

/** The hours that the model is trained on: 1 to 28 January 2011. */
export function trainingRides(rides: readonly Ride[]): Ride[] {
  return ridesBetween(rides, '2011-01-01', '2011-01-28');
}

/** When a day ends, in milliseconds since 1970. */
export function endOf(day: string): number {
  return Date.parse(day) + DAY_MS;
}

function rideOf(cell: (column: string) => string): Ride {
  const features = Object.fromEntries(FEATURES.map((feature) => [feature, Number(cell(feature))])) as Features;
  const time = Date.parse(`${cell('dteday')}T${cell('hr').padStart(2, '0')}:00Z`);
  return { id: Number(cell('instant')), time, features, count: Number(cell('cnt')) };
}
