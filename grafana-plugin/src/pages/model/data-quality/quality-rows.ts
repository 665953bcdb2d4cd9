import type { DataFrame } from '@grafana/data';
import { lineFor, linesOf, sinceOf } from '../../values/lines.ts';
import { isTable, measureRows, type MeasureRow } from '../../values/measure-rows.ts';
import { LEVELS, levelOf, reach, type Level } from '../../values/status.ts';

/** One feature of one version with all of its problems. */
export interface QualityRow {
  readonly feature: string;
  readonly version: string;
  /** By measure. */
  readonly problems: ReadonlyMap<string, MeasureRow>;
  /** The worst of the problems. */
  readonly level: Level;
  /** Since when the worst is beyond its limit, in milliseconds since 1970. */
  readonly since: number | undefined;
  readonly observations: number;
}

/** Features by their worst problem, the worst first. */
export function qualityRows(frames: readonly DataFrame[]): QualityRow[] {
  const lines = linesOf(frames);
  const features = new Map<string, MeasureRow[]>();
  for (const row of measureRows(frames.filter(isTable))) {
    const key = JSON.stringify([row.feature, row.version]);
    features.set(key, [...(features.get(key) ?? []), row]);
  }
  return [...features.values()].map((rows) => qualityRow(rows, lines)).sort(byBadness);
}

/** One problem of one feature of one version. */
export interface ProblemRow {
  readonly row: MeasureRow;
  readonly level: Level;
  /** Since when it is beyond its limit, in milliseconds since 1970. */
  readonly since: number | undefined;
}

/** What is wrong with any value at all, the worst first. */
export function problemRows(frames: readonly DataFrame[]): ProblemRow[] {
  const lines = linesOf(frames);
  return measureRows(frames.filter(isTable))
    .filter(({ value }) => value > 0)
    .map((row): ProblemRow => {
      const line = lineFor(lines, row);
      return { row, level: levelOf(row), since: line === undefined ? undefined : sinceOf(line) };
    })
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || reach(b.row) - reach(a.row));
}

function qualityRow(rows: readonly MeasureRow[], lines: ReturnType<typeof linesOf>): QualityRow {
  const [worst] = [...rows].sort(
    (a, b) => LEVELS.indexOf(levelOf(a)) - LEVELS.indexOf(levelOf(b)) || reach(b) - reach(a),
  );
  const { feature, version, observations } = worst as MeasureRow;
  const line = lineFor(lines, worst as MeasureRow);
  return {
    feature,
    version,
    problems: new Map(rows.map((row) => [row.measure, row])),
    level: levelOf(worst as MeasureRow),
    since: line === undefined ? undefined : sinceOf(line),
    observations,
  };
}

function byBadness(a: QualityRow, b: QualityRow): number {
  const worst = ({ problems }: QualityRow): number => Math.max(...[...problems.values()].map(reach));
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || worst(b) - worst(a) || a.feature.localeCompare(b.feature);
}
