import { t } from '@grafana/i18n';
import type { DataFrame, PanelData } from '@grafana/data';
import type { Report } from '@driftline/shared';
import { formatDuration } from '../values/format-time.ts';
import { framesOf, measureRows, type MeasureRow } from '../values/measure-rows.ts';
import { AREAS, WATCHED, type Area } from '../values/measures.ts';
import { LEVELS, worstOf, type Level, type Status } from '../values/status.ts';

/** One model as the table of all models shows it. */
export interface ModelRow {
  readonly model: string;
  /** The busiest version first. */
  readonly versions: readonly string[];
  /** Predictions per second; NaN where there are none to count. */
  readonly throughput: number;
  /** Predictions per second over time. */
  readonly trend: readonly number[];
  readonly areas: Readonly<Record<Area, Status>>;
  /** The worst of the areas. */
  readonly level: Level;
  /** When the store last had a sample, in milliseconds since 1970. */
  readonly lastSeen: number;
  readonly isSilent: boolean;
}

/** How far back models are looked for that do not report any more. */
export const LOOK_BACK = 7 * 24 * 3_600_000;

/** A store takes a sample for five minutes as the present value. */
const SILENT_AFTER = 5 * 60_000;

/**
 * All models that report or did, the worst first.
 *
 * @param table - answers to the questions of the table
 * @param trends - answers to those of the sparklines
 * @param now - end of the time range, in milliseconds since 1970
 */
export function modelRows(
  reports: readonly Report[],
  table: PanelData | undefined,
  trends: PanelData | undefined,
  now: number,
): ModelRow[] {
  const frames = table?.series ?? [];
  const failures = new Map((table?.errors ?? []).map(({ refId = '', message = '' }) => [refId, message]));
  const rows = groupedByModel(measureRows(frames));
  const traffic = groupedByModel(measureRows(framesOf(frames, 'throughput')));
  const lastSeen = new Map<string, number>();
  for (const { model, last } of reports) lastSeen.set(model, Math.max(lastSeen.get(model) ?? 0, last));
  const names = new Set([...lastSeen.keys(), ...traffic.keys()]);
  return [...names]
    .map((model): ModelRow => {
      const seen = lastSeen.get(model) ?? now;
      const isSilent = now - seen > SILENT_AFTER;
      const own = rows.get(model) ?? [];
      const busiest = [...(traffic.get(model) ?? [])].sort((a, b) => b.value - a.value);
      const areas = Object.fromEntries(
        AREAS.map((area) => [area, areaStatus(area, own, failures, isSilent ? now - seen : undefined)]),
      ) as Record<Area, Status>;
      return {
        model,
        versions: versionsOf(model, busiest, reports),
        throughput: busiest.reduce((sum, { value }) => sum + value, 0),
        trend: trendOf(model, trends?.series ?? []),
        areas,
        level: worstLevel(Object.values(areas)),
        lastSeen: seen,
        isSilent,
      };
    })
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || a.model.localeCompare(b.model));
}

/** Milliseconds since a model was last seen; undefined where it reports, or nothing is known of it. */
export function silence(reports: readonly Report[], now: number): number | undefined {
  if (reports.length === 0) return undefined;
  const silentFor = now - Math.max(...reports.map(({ last }) => last));
  return silentFor > SILENT_AFTER ? silentFor : undefined;
}

/** Whether a person should look at a model. */
export function needsAttention({ level }: ModelRow): boolean {
  return level === 'critical' || level === 'warning';
}

const nothing = (): Readonly<Record<Area, string>> => ({
  drift: t('pages.status.no-observations', 'no observations in the window'),
  'data-quality': t('pages.status.no-observations', 'no observations in the window'),
  performance: t('pages.status.no-labels', 'no labels yet'),
  fairness: t('pages.status.no-groups', 'no groups'),
  serving: t('pages.status.no-predictions', 'no predictions in the window'),
});

/** @param silentFor - milliseconds since the model was last seen, where it does not report any more */
export function areaStatus(
  area: Area,
  rows: readonly MeasureRow[],
  failures: ReadonlyMap<string, string>,
  silentFor?: number,
): Status {
  const measures = WATCHED.filter((measure) => measure.area === area).map(({ id }) => id);
  const own = rows.filter(({ measure }) => measures.includes(measure));
  if (silentFor !== undefined) {
    const duration = formatDuration(silentFor);
    return { level: 'unknown', text: t('pages.status.silent-for', 'silent for {{- duration}}', { duration }) };
  }
  const failed = measures.find((measure) => failures.has(measure));
  const status = worstOf(own, nothing()[area]);
  if (failed !== undefined && status.level === 'unknown') {
    return { level: 'unknown', text: t('pages.status.query-failed', 'query failed') };
  }
  return status;
}

function worstLevel(statuses: readonly Status[]): Level {
  return LEVELS.find((level) => statuses.some((status) => status.level === level)) ?? 'unknown';
}

function versionsOf(model: string, busiest: readonly MeasureRow[], reports: readonly Report[]): string[] {
  const counted = busiest.filter(({ value }) => value > 0).map(({ version }) => version);
  if (counted.length > 0) return [...new Set(counted)];
  const last = reports.filter((report) => report.model === model).sort((a, b) => b.last - a.last)[0];
  return last === undefined ? [] : [last.version];
}

/** The sum over the versions of a model. */
function trendOf(model: string, frames: readonly DataFrame[]): number[] {
  const own = frames.flatMap(({ fields }) =>
    fields.filter(({ labels }) => labels?.['ml_model_name'] === model).map(({ values }) => values as number[]),
  );
  const length = Math.max(0, ...own.map((values) => values.length));
  return Array.from({ length }, (_, index) => {
    const known = own.map((values) => values[index]).filter((value): value is number => Number.isFinite(value));
    return known.length === 0 ? NaN : known.reduce((sum, value) => sum + value, 0);
  });
}

function groupedByModel(rows: readonly MeasureRow[]): Map<string, MeasureRow[]> {
  const groups = new Map<string, MeasureRow[]>();
  for (const row of rows) groups.set(row.model, [...(groups.get(row.model) ?? []), row]);
  return groups;
}
