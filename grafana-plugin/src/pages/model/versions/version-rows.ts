import { t } from '@grafana/i18n';
import type { MeasureRow } from '../../values/measure-rows.ts';
import { areaTitles, areaOf, nameOf } from '../../values/measures.ts';
import { subjectOf } from '../../values/status.ts';

/** One measure of one feature, group or of the model, with its value in each version. */
export interface VersionRow {
  readonly measure: string;
  readonly area: string;
  readonly name: string;
  readonly subject: string;
  readonly byVersion: ReadonlyMap<string, MeasureRow>;
}

/** All measures with their values side by side, those with a value in most versions as they come. */
export function versionRows(rows: readonly MeasureRow[]): VersionRow[] {
  const found = new Map<string, { row: MeasureRow; byVersion: Map<string, MeasureRow> }>();
  for (const row of rows) {
    const key = JSON.stringify([row.measure, subjectOf(row)]);
    const entry = found.get(key) ?? { row, byVersion: new Map<string, MeasureRow>() };
    entry.byVersion.set(row.version, row);
    found.set(key, entry);
  }
  return [...found.values()].map(({ row, byVersion }) => {
    const area = areaOf(row.measure);
    return {
      measure: row.measure,
      area: area === undefined ? t('pages.versions.traffic', 'Traffic') : areaTitles()[area],
      name: trafficNames()[row.measure] ?? nameOf(row.measure),
      subject: subjectOf(row),
      byVersion,
    };
  });
}

const trafficNames = (): Readonly<Record<string, string>> => ({
  throughput: t('pages.versions.predictions', 'predictions'),
  'error-share': t('pages.versions.errors', 'errors'),
});

/** Versions by their traffic, the busiest first. */
export function versionsByTraffic(rows: readonly MeasureRow[]): string[] {
  const traffic = new Map(
    rows.filter(({ measure }) => measure === 'throughput').map(({ version, value }) => [version, value]),
  );
  const versions = [...new Set(rows.map(({ version }) => version))];
  return versions.sort((a, b) => (traffic.get(b) ?? 0) - (traffic.get(a) ?? 0) || a.localeCompare(b));
}
