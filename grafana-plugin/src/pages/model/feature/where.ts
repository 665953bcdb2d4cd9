import { t } from '@grafana/i18n';
import { lineFor, type Line } from '../../values/lines.ts';
import type { MeasureRow } from '../../values/measure-rows.ts';
import { LEVELS, levelOf, type Level } from '../../values/status.ts';

/** The same measure of one replica, or of one version. */
export interface Part {
  readonly name: string;
  readonly row: MeasureRow;
  readonly level: Level;
  /** Over time; empty where there is none. */
  readonly values: readonly number[];
}

/** Parts with the worst first. What has no observation in the window is no part. */
export function partsOf(
  rows: readonly MeasureRow[],
  lines: readonly Line[],
  nameOf: (row: MeasureRow) => string,
): Part[] {
  return rows
    .filter(({ value, observations }) => !Number.isNaN(value) || observations > 0)
    .map((row) => ({ name: nameOf(row), row, level: levelOf(row), values: lineFor(lines, row)?.values ?? [] }))
    .sort(
      (a, b) =>
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
        (b.row.value || 0) - (a.row.value || 0) ||
        a.name.localeCompare(b.name, 'en', { numeric: true }),
    );
}

/** Whether it is one replica or all, for a sentence; empty where that is not known, or there is one alone. */
export function extentOf(replicas: readonly Part[]): string {
  const known = replicas.filter(({ level }) => level !== 'unknown');
  const bad = known.filter(({ level }) => level === 'critical' || level === 'warning');
  if (known.length < 2 || bad.length === 0) return '';
  const all = known.length;
  if (bad.length === all) {
    return all === 2
      ? t('pages.feature.on-both-replicas', 'on both replicas')
      : t('pages.feature.on-all-replicas', 'on all {{all}} replicas', { all });
  }
  if (bad.length > 2)
    return t('pages.feature.on-some-replicas', 'on {{bad}} of {{all}} replicas', { bad: bad.length, all });
  return t('pages.feature.on-these-replicas', 'on {{bad}} of {{all}} replicas: {{- names}}', {
    bad: bad.length,
    all,
    names: bad.map(({ name }) => name).join(', '),
  });
}
