import { t } from '@grafana/i18n';
import type { Column } from '../parts/DataTable.tsx';
import { StatusMark } from '../parts/StatusMark.tsx';
import { formatCount, formatNumber } from '../values/format-number.ts';
import type { MeasureRow } from '../values/measure-rows.ts';
import { levelOf, whyUnknown } from '../values/status.ts';

/** Columns of rows of measures, which tables of several tabs share. */
export const measureColumn = (names: Readonly<Record<string, string>>): Column<MeasureRow> => ({
  id: 'measure',
  title: t('pages.columns.measure', 'Measure'),
  value: ({ measure, k }) => (k === '' ? names[measure] : `${names[measure] ?? measure}@${k}`),
});

/** The class that a score is the probability of. */
export const classColumn = (): Column<MeasureRow> => ({
  id: 'class',
  title: t('pages.columns.class', 'Class'),
  showFrom: 440,
  value: (row) => row.class,
});

export const versionColumn = (): Column<MeasureRow> => ({
  id: 'version',
  title: t('pages.columns.version', 'Version'),
  value: ({ version }) => version,
});

export const observationsColumn = (): Column<MeasureRow> => ({
  id: 'n',
  title: t('pages.columns.n', 'n'),
  showFrom: 560,
  isNumber: true,
  value: ({ observations }) => observations,
  cell: ({ observations }) => formatCount(observations),
});

/** The ends of the interval in which the true rate lies with 95 % probability. */
export const intervalColumn = (): Column<MeasureRow> => ({
  id: 'interval',
  title: t('pages.columns.interval', '95 % interval'),
  showFrom: 500,
  isNumber: true,
  value: ({ lower }) => lower,
  csv: ({ lower, upper }) => (Number.isNaN(lower) ? undefined : fromTo(String(lower), String(upper))),
  cell: ({ lower, upper, unit }) =>
    Number.isNaN(lower) ? '–' : fromTo(formatNumber(lower, unit), formatNumber(upper, unit)),
});

/** The ends of an interval, for a cell. */
export function fromTo(lower: string, upper: string): string {
  return t('pages.columns.from-to', '{{- lower}} to {{- upper}}', { lower, upper });
}

/** @param title - of the column; the values are those of the measure, or why there are none */
export function valueColumn(title: string): Column<MeasureRow> {
  return {
    id: 'value',
    title,
    isNumber: true,
    value: ({ value }) => value,
    cell: (row) => {
      const level = levelOf(row);
      return (
        <StatusMark
          status={{ level, text: level === 'unknown' ? whyUnknown(row) : formatNumber(row.value, row.unit) }}
        />
      );
    },
  };
}
