import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import { badness } from '../common/badness.ts';
import { compareNames } from '../common/compare-names.ts';
import { frameMeta } from '../common/frame-meta.ts';
import type { Limits } from '../common/limits.ts';
import type { RowOrder } from './options.ts';

/** One series of the map. */
export interface MapRow {
  readonly name: string;
  readonly field: Field<number | null>;
  /** Those of the field. */
  readonly times: readonly number[];
  /** A value at each time of the map; NaN where there is none. */
  readonly values: Float64Array;
  readonly limits: Limits | undefined;
  /** The worst and the last value of the row; NaN without any. */
  readonly worst: number;
  readonly last: number;
}

export interface DriftMap {
  /** Milliseconds since 1970, ascending: those of all rows. */
  readonly times: readonly number[];
  readonly rows: readonly MapRow[];
}

/** The rows of the frames that hold values over time, the worst first unless `order` says otherwise. */
export function driftMap(frames: readonly DataFrame[], order: RowOrder): DriftMap {
  const series = frames.flatMap((frame) => {
    const { show = 'value', limits } = frameMeta(frame);
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    const field = frame.fields.find(({ type }): boolean => type === FieldType.number);
    if (time === undefined || field === undefined || (show !== 'value' && show !== 'excess')) return [];
    return [{ frame, limits, own: time.values as readonly number[], field: field as Field<number | null> }];
  });
  const times = timesOf(series.map(({ own }) => own));
  let columns: ReadonlyMap<number, number> | undefined;
  const rows = series.map(({ frame, limits, field, own }): MapRow => {
    const values = new Float64Array(times.length);
    if (isSame(times, own)) {
      for (let i = 0; i < values.length; i++) values[i] = field.values[i] ?? NaN;
    } else {
      columns ??= new Map(times.map((time, i) => [time, i]));
      values.fill(NaN);
      for (let i = 0; i < own.length; i++) values[columns.get(own[i] as number) as number] = field.values[i] ?? NaN;
    }
    return { name: getFieldDisplayName(field, frame), field, times: own, values, limits, ...extremes(values, limits) };
  });
  return { times, rows: rows.sort(comparing(order)) };
}

/** Frames of one query have the same times, each in an array of its own. */
function timesOf(all: readonly (readonly number[])[]): readonly number[] {
  const [first = [], ...others] = all;
  return others.every((own) => isSame(first, own)) ? first : [...new Set(all.flat())].sort((a, b) => a - b);
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A plain loop: it runs over every cell, and iterators cost more than what is done with a value. */
function extremes(values: Float64Array, limits: Limits | undefined): { worst: number; last: number } {
  let [worst, last, worstBadness] = [NaN, NaN, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    last = value;
    const bad = badness(value, limits);
    if (bad <= worstBadness) continue;
    worst = value;
    worstBadness = bad;
  }
  return { worst, last };
}

function comparing(order: RowOrder): (a: MapRow, b: MapRow) => number {
  const byName = (a: MapRow, b: MapRow): number => compareNames(a.name, b.name);
  if (order === 'name') return byName;
  const of = ({ [order]: value, limits }: MapRow): number => badness(value, limits);
  return (a, b) => (of(a) === of(b) ? byName(a, b) : of(b) > of(a) ? 1 : -1);
}
