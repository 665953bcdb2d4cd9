import { t } from '@grafana/i18n';
import { dateTimeFormat } from '@grafana/data';
import type { Report } from '@driftline/shared';
import { formatCount, formatNumber } from '../values/format-number.ts';
import { formatDuration } from '../values/format-time.ts';
import { lineFor, sinceOf, type Line } from '../values/lines.ts';
import type { MeasureRow } from '../values/measure-rows.ts';
import { areaOf, AREAS, nameOf } from '../values/measures.ts';
import { LEVELS, levelOf, reach, subjectOf, type Level } from '../values/status.ts';

/** What the first line of a model's page says, and how bad it is. */
export interface ModelSentence {
  readonly level: Level;
  readonly text: string;
  /** The row that it tells of. */
  readonly row?: MeasureRow;
}

interface Known {
  readonly rows: readonly MeasureRow[];
  readonly lines: readonly Line[];
  readonly reports: readonly Report[];
  /** End of the time range, in milliseconds since 1970. */
  readonly now: number;
  readonly timeZone: string;
  /** Milliseconds since the model was last seen, where it does not report any more. */
  readonly silentFor?: number | undefined;
}

/** A version that appeared no longer than this before is named as what may have gone wrong. */
const RECENT = 24 * 3_600_000;

/** What is wrong with a model, since when and how sure that is. Drift comes first: it explains the rest. */
export function modelSentence({ rows, lines, reports, now, timeZone, silentFor }: Known): ModelSentence {
  if (silentFor !== undefined) {
    return {
      level: 'unknown',
      text: t('pages.model-sentence.silent', 'Silent for {{- duration}}, since {{- time}}.', {
        duration: formatDuration(silentFor),
        time: clock(now - silentFor, now, timeZone),
      }),
    };
  }
  const bad = rows
    .map((row) => ({ row, level: levelOf(row) }))
    .filter(({ level }) => level === 'critical' || level === 'warning')
    .sort(
      (a, b) =>
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
        areaRank(a.row) - areaRank(b.row) ||
        reach(b.row) - reach(a.row),
    );
  const [worst] = bad;
  if (worst === undefined) {
    const isKnown = rows.some((row) => levelOf(row) !== 'unknown');
    return isKnown
      ? {
          level: 'ok',
          text: t('pages.model-sentence.text.nothing-is-beyond-its-limit', 'Nothing is beyond its limit.'),
        }
      : {
          level: 'unknown',
          text: t(
            'pages.model-sentence.nothing-known',
            'Nothing is known yet: there are too few observations in the window.',
          ),
        };
  }
  const { row, level } = worst;
  const line = lineFor(lines, row);
  const since = line === undefined ? undefined : sinceOf(line);
  const values = {
    what: `${subjectOf(row)} ${nameOf(row.measure)}`.trim(),
    version: row.version,
    value: formatNumber(row.value, row.unit),
    evidence: evidence(row, level),
  };
  return { level, text: `${beyond(values, since, { row, reports, now, timeZone })}${andOthers(bad.length - 1)}`, row };
}

type Values = Readonly<Record<'what' | 'version' | 'value' | 'evidence', string>>;

function beyond(
  values: Values,
  since: number | undefined,
  { row, reports, now, timeZone }: Pick<Known, 'reports' | 'now' | 'timeZone'> & { readonly row: MeasureRow },
): string {
  if (since === undefined) {
    return t('pages.model-sentence.beyond', '{{- what}} of {{- version}} is {{- value}} ({{- evidence}}).', values);
  }
  const time = clock(since, now, timeZone);
  const duration = afterVersion(since, row.version, reports);
  return duration === undefined
    ? t(
        'pages.model-sentence.beyond-since',
        '{{- what}} of {{- version}} is {{- value}} ({{- evidence}}), since {{- time}}.',
        { ...values, time },
      )
    : t(
        'pages.model-sentence.beyond-after-version',
        '{{- what}} of {{- version}} is {{- value}} ({{- evidence}}), since {{- time}}, {{- duration}} after version {{- version}} appeared.',
        { ...values, time, duration },
      );
}

/** A sentence to follow another one; empty where there is no other. */
function andOthers(count: number): string {
  if (count === 0) return '';
  const sentence = t('pages.model-sentence.others', '', {
    count,
    defaultValue_one: '{{count}} more value is beyond its limit.',
    defaultValue_other: '{{count}} more values are beyond their limits.',
  });
  return ` ${sentence}`;
}

const areaRank = ({ measure }: MeasureRow): number => AREAS.indexOf(areaOf(measure) ?? 'serving');

/** What the value is held against: its limit, what noise alone reaches, and how many observations it rests on. */
function evidence({ unit, warning, critical, criticalValue, observations }: MeasureRow, level: Level): string {
  return [
    t('pages.evidence.limit', 'limit {{- limit}}', {
      limit: formatNumber(level === 'warning' ? warning : critical, unit),
    }),
    Number.isNaN(criticalValue)
      ? ''
      : t('pages.evidence.noise', 'noise {{- noise}}', { noise: formatNumber(criticalValue, unit) }),
    Number.isNaN(observations) ? '' : t('pages.evidence.n', 'n {{n}}', { n: formatCount(observations) }),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The time of day; of another day, with its date. */
function clock(time: number, now: number, timeZone: string): string {
  const isToday =
    dateTimeFormat(time, { timeZone, format: 'YYYY-MM-DD' }) ===
    dateTimeFormat(now, { timeZone, format: 'YYYY-MM-DD' });
  return dateTimeFormat(time, {
    timeZone,
    format: isToday ? 'HH:mm' : t('pages.model-sentence.date-and-time', 'MMM D, HH:mm'),
  });
}

/** Whether it began soon after its version did. */
function afterVersion(since: number, version: string, reports: readonly Report[]): string | undefined {
  const own = reports.find((report) => report.version === version);
  // What was there from the start of the time range is no new version.
  if (own === undefined || own.first === Math.min(...reports.map(({ first }) => first))) return undefined;
  if (own.first > since || since - own.first > RECENT) return undefined;
  return formatDuration(since - own.first);
}
