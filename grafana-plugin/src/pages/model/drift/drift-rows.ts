import type { DataFrame } from '@grafana/data';
import { binTexts } from '@driftline/shared/bin-text';
import { lineFor, lineId, linesOf, sinceOf, type Line } from '../../values/lines.ts';
import { framesOf, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { LEVELS, levelOf, reach, type Level } from '../../values/status.ts';

/** One feature of one version, as the table of drift shows it. */
export interface DriftRow {
  readonly row: MeasureRow;
  readonly level: Level;
  readonly line: Line | undefined;
  /** Since when it is beyond its limit, in milliseconds since 1970. */
  readonly since: number | undefined;
  /** The bin that contributes most to the PSI, and how it is shown. */
  readonly bin: string;
  readonly binText: string;
  /** Share of missing values; NaN where it is not known. */
  readonly missing: number;
}

/** Features by how far they are beyond their limits, the worst first. */
export function driftRows(frames: readonly DataFrame[]): DriftRow[] {
  const lines = linesOf(framesOf(frames, lineId('drift')));
  const contributions = measureRows(framesOf(frames, 'contributions'));
  const missing = measureRows(framesOf(frames, 'missing'));
  return measureRows(framesOf(frames, 'now'))
    .map((row): DriftRow => {
      const line = lineFor(lines, row);
      const bins = contributions.filter((each) => isSame(each, row));
      const bin = mostMoved(bins);
      return {
        row,
        level: levelOf(row),
        line,
        since: line === undefined ? undefined : sinceOf(line),
        bin,
        binText: binTexts(bins.map((each) => each.bin))(bin),
        missing: missing.find((each) => isSame(each, row))?.value ?? NaN,
      };
    })
    .sort(
      (a, b) =>
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
        reach(b.row) - reach(a.row) ||
        b.row.value - a.row.value ||
        a.row.feature.localeCompare(b.row.feature),
    );
}

function mostMoved(rows: readonly MeasureRow[]): string {
  let most: MeasureRow | undefined;
  for (const row of rows) if (row.value > (most?.value ?? 0)) most = row;
  return most?.bin ?? '';
}

function isSame(a: MeasureRow, b: MeasureRow): boolean {
  return a.feature === b.feature && a.version === b.version;
}
