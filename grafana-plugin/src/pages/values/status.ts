import { t } from '@grafana/i18n';
import { formatCount, formatDifference, formatNumber } from './format-number.ts';
import type { MeasureRow } from './measure-rows.ts';
import { cellNameOf, sideOf } from './measures.ts';

/** How bad something is, the worst first. `noted` is a value without a limit. */
export const LEVELS = ['critical', 'warning', 'ok', 'noted', 'unknown'] as const;

export type Level = (typeof LEVELS)[number];

/** What is known of one area of a model, or of one feature or group. */
export interface Status {
  readonly level: Level;
  /** What it is about and how much, for a cell, such as `age 0.31 > 0.25`; of what is unknown, why. */
  readonly text: string;
  /** The row that it was read from. */
  readonly row?: MeasureRow;
}

/** How bad a value is by its limits. What sampling noise alone may have caused is not bad. */
export function levelOf(row: MeasureRow): Level {
  const { value, critical, warning, criticalValue, measure } = row;
  if (Number.isNaN(value)) return 'unknown';
  if (Number.isNaN(critical)) return 'noted';
  const isBeyond = (limit: number): boolean => (sideOf(measure) === 'above' ? value > limit : value < limit);
  const isNoise = !Number.isNaN(criticalValue) && !isBeyond(criticalValue);
  if (isNoise) return 'ok';
  if (isBeyond(critical)) return 'critical';
  return isBeyond(warning) ? 'warning' : 'ok';
}

/** Why a row has no value. */
export function whyUnknown({ observations, minimum }: MeasureRow): string {
  if (Number.isNaN(observations)) return t('pages.status.no-value', 'no value');
  if (observations === 0) return t('pages.status.no-observations', 'no observations in the window');
  if (observations < minimum) {
    return t('pages.status.too-few', 'n = {{n}} of {{minimum}}', {
      n: formatCount(observations),
      minimum: formatCount(minimum),
    });
  }
  return t('pages.status.too-few-for-bins', 'n = {{n}}, too few for its bins', { n: formatCount(observations) });
}

/** Status of one row. */
export function statusOf(row: MeasureRow): Status {
  const level = levelOf(row);
  if (level === 'unknown') return { level, text: whyUnknown(row), row };
  return { level, text: textOf(row, level), row };
}

/**
 * The worst of several rows: the worst level, and in it the value that is farthest beyond its limit.
 *
 * @param otherwise - why nothing is known where there is no row at all
 */
export function worstOf(rows: readonly MeasureRow[], otherwise: string): Status {
  const [worst] = rows
    .map((row) => ({ row, level: levelOf(row) }))
    .sort(
      (a, b) =>
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || reach(b.row) - reach(a.row) || size(b.row) - size(a.row),
    );
  return worst === undefined ? { level: 'unknown', text: otherwise } : statusOf(worst.row);
}

/** How near a value is to its limit: 1 at it, more beyond it. */
export function reach({ value, critical, measure }: MeasureRow): number {
  if (Number.isNaN(value) || Number.isNaN(critical)) return -Infinity;
  if (sideOf(measure) === 'above') return critical === 0 ? value : value / critical;
  return value === 0 ? Infinity : critical / value;
}

const size = (row: MeasureRow): number => (Number.isNaN(row.observations) ? 0 : row.observations);

function textOf(row: MeasureRow, level: Level): string {
  const { value, unit, measure } = row;
  // A drop is read as the change that it is.
  if (measure === 'accuracy-drop')
    return t('pages.status.accuracy-drop', 'accuracy {{- difference}}', { difference: formatDifference(-value, unit) });
  const parts = [subjectOf(row), cellNameOf(measure), formatNumber(value, unit), beyondText(row, level)];
  return parts.filter((part) => part !== '').join(' ');
}

/** The limit that a value is beyond, such as `> 0.25`; empty where it is within. */
function beyondText({ measure, unit, critical, warning }: MeasureRow, level: Level): string {
  if (level !== 'critical' && level !== 'warning') return '';
  return `${sideOf(measure) === 'above' ? '>' : '<'} ${formatNumber(level === 'warning' ? warning : critical, unit)}`;
}

/** What a row is about besides its model: a feature, or a group. */
export function subjectOf({ feature, attribute, group }: MeasureRow): string {
  return feature !== '' ? feature : [attribute, group].filter((text) => text !== '').join(' ');
}
