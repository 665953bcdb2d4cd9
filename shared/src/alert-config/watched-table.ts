import { limitText, pointsText } from '../alerts/alert-title.ts';
import { alertsOf, longWindowOf, type Alert, type RuleOptions } from '../alerts/alert.ts';
import type { FeatureChoice } from '../alerts/rule-limits.ts';
import { minimumOf } from '../query/minimum-observations.ts';

const HEADER = ['model', 'measure', 'features', 'warning', 'critical', 'window', 'for', 'at least'] as const;

/**
 * What rules watch, as a table for people: a line for each limit of each measure.
 *
 * @throws {QueryError} as `alertsOf` does
 */
export function watchedTable(scopes: readonly RuleOptions[]): string {
  const rows = scopes.flatMap((options) => {
    const byLimits = new Map<string, Alert[]>();
    for (const alert of alertsOf(options)) {
      const key = JSON.stringify([alert.measure.id, alert.features]);
      byLimits.set(key, [...(byLimits.get(key) ?? []), alert]);
    }
    return [...byLimits.values()].map((alerts) => rowOf(alerts as [Alert, ...Alert[]], options));
  });
  return aligned([HEADER, ...rows]);
}

type Row = readonly string[];

function rowOf(alerts: readonly [Alert, ...Alert[]], options: RuleOptions): Row {
  const [first] = alerts;
  const { measure, query, features } = first;
  const limit = (severity: Alert['severity']): string => {
    const found = alerts.find((alert) => alert.severity === severity);
    return found === undefined ? '–' : sideText(found);
  };
  return [
    modelText(options),
    measure.id,
    featuresText(features),
    limit('warning'),
    limit('critical'),
    longWindowOf(measure, options),
    options.holdFor,
    measure.inputs.includes('minimumObservations') ? String(minimumOf(query)) : '–',
  ];
}

function modelText({ scope: { model, version } = {}, without = {} }: RuleOptions): string {
  if (model !== undefined && version !== undefined) return `${model} ${version}`;
  const { version: versions = [], model: models = [] } = without;
  if (model !== undefined) return versions.length === 0 ? model : `${model}, all but ${versions.join(', ')}`;
  return models.length === 0 ? 'all' : `all but ${models.join(', ')}`;
}

function featuresText(features: FeatureChoice | undefined): string {
  if (features === undefined) return '';
  return 'only' in features ? features.only : `all but ${features.without.join(', ')}`;
}

function sideText({ measure, side, limit, show }: Alert): string {
  const text = show === 'excess' ? `${pointsText(limit)} over training` : limitText(measure, limit);
  if (measure.worse === 'neither') return `± ${text}`;
  return `${side === 'above' ? '>' : '<'} ${text}`;
}

/** Columns side by side, each as wide as its widest text. */
function aligned(rows: readonly Row[]): string {
  const widths = HEADER.map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  const line = (row: Row): string => row.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ');
  return rows.map((row) => `${line(row).replace(/ +$/, '')}\n`).join('');
}
