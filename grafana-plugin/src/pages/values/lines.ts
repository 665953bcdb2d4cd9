import { FieldType, type DataFrame } from '@grafana/data';
import { frameMeta } from '../../panels/common/frame-meta.ts';
import type { Limits } from '../../panels/common/limits.ts';
import type { MeasureRow } from './measure-rows.ts';

/** One series of a measure over time. */
export interface Line {
  readonly measure: string;
  readonly name: string;
  readonly unit: string | undefined;
  /** Labels of the store, such as `ml_feature_name`. */
  readonly labels: Readonly<Record<string, string>>;
  readonly limits: Limits | undefined;
  /** Milliseconds since 1970, ascending. */
  readonly times: readonly number[];
  /** NaN where there is none. */
  readonly values: readonly number[];
}

/** The letter of the question for the lines of a measure, beside that for its table. */
export const lineId = (measure: string): string => `${measure} over time`;

/** Reads the lines that the data source gives over a time range. */
export function linesOf(frames: readonly DataFrame[]): Line[] {
  return frames.flatMap((frame) => {
    const time = frame.fields.find(({ type }) => type === FieldType.time);
    const { measure = '', limits } = frameMeta(frame);
    if (time === undefined) return [];
    return frame.fields
      .filter(({ type }) => type === FieldType.number)
      .map(({ labels = {}, config, values }): Line => ({
        measure,
        name: config.displayNameFromDS ?? frame.name ?? '',
        unit: config.unit,
        labels,
        limits,
        times: time.values as number[],
        values: (values as unknown[]).map((value) => (typeof value === 'number' ? value : NaN)),
      }));
  });
}

/** Whether a value is beyond a limit. */
export function isBeyond(value: number, limit: number | undefined, side: Limits['side']): boolean {
  return limit !== undefined && (side === 'above' ? value > limit : value < limit);
}

/**
 * Since when the last value of a line is beyond its critical limit, or else its warning; undefined where it is not. A gap
 * in the values is no recovery.
 */
export function sinceOf({ times, values, limits }: Line): number | undefined {
  if (limits === undefined) return undefined;
  const last = values.findLastIndex((value) => !Number.isNaN(value));
  const isBad = (index: number, limit: number | undefined): boolean =>
    isBeyond(values[index] as number, limit, limits.side);
  const limit = last >= 0 && isBad(last, limits.critical) ? limits.critical : limits.warning;
  if (last < 0 || !isBad(last, limit)) return undefined;
  let since = last;
  for (let index = last; index >= 0; index--) {
    if (Number.isNaN(values[index])) continue;
    if (!isBad(index, limit)) break;
    since = index;
  }
  return times[since];
}

/** The line of a series that a row of a table tells of. */
export function lineFor(
  lines: readonly Line[],
  row: Pick<MeasureRow, 'measure' | 'feature' | 'version' | 'group'> & { readonly replica?: string },
): Line | undefined {
  return lines.find(
    ({ measure, labels }) =>
      measure === row.measure &&
      (labels['ml_feature_name'] ?? '') === row.feature &&
      (labels['ml_model_version'] ?? '') === row.version &&
      (labels['ml_group_value'] ?? '') === row.group &&
      (labels['instance'] ?? '') === (row.replica ?? ''),
  );
}
