import { t } from '@grafana/i18n';
import { formatCount as count } from '../../common/format-count.ts';
import { language } from '../../common/translations.ts';

const digits = inLanguage({ maximumSignificantDigits: 3 });
const compact = inLanguage({ maximumSignificantDigits: 3, notation: 'compact' });

/** The unit of a throughput in Grafana's field config. */
export const PREDICTIONS_PER_SECOND = 'count:predictions/s';

/** Below this, a share or an index is noise of the arithmetic. */
const TINY = 1e-9;
/** Below this, an index says only that it is small. */
const SMALL = 0.001;

/**
 * A number with three significant digits and its unit, as people read it; a dash where there is none.
 *
 * @param unit - of Grafana's field config: `percentunit`, `s`, {@link PREDICTIONS_PER_SECOND} or none
 */
export function formatNumber(value: number | undefined, unit?: string): string {
  if (value === undefined || !Number.isFinite(value)) return '–';
  const plain = Math.abs(value) < TINY ? 0 : value;
  switch (unit) {
    case 'percentunit':
      return plain !== 0 && Math.abs(plain) < SMALL / 10 ? `< ${digits(0.01)} %` : `${digits(plain * 100)} %`;
    case 's':
      return formatSeconds(plain);
    case PREDICTIONS_PER_SECOND:
      return `${compact(plain)}/s`;
    default:
      if (plain !== 0 && Math.abs(plain) < SMALL) return plain > 0 ? `< ${digits(SMALL)}` : `> −${digits(SMALL)}`;
      return Math.abs(plain) >= 1e6 ? compact(plain) : digits(plain);
  }
}

/** A count, in full. */
export function formatCount(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? '–' : count(value);
}

function formatSeconds(seconds: number): string {
  const size = Math.abs(seconds);
  if (size === 0) return '0 s';
  if (size < 1e-3) return `${digits(seconds * 1e6)} µs`;
  if (size < 1) return `${digits(seconds * 1e3)} ms`;
  if (size < 120) return `${digits(seconds)} s`;
  if (size < 2 * 3600) return `${digits(seconds / 60)} min`;
  if (size < 2 * 86_400) return `${digits(seconds / 3600)} h`;
  return `${digits(seconds / 86_400)} d`;
}

/** A difference of shares in percentage points, with its sign; of other units, in that unit. */
export function formatDifference(value: number, unit?: string): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : '';
  const size = Math.abs(value);
  return unit === 'percentunit'
    ? t('pages.format-number.points', '{{- value}} pt', { value: `${sign}${digits(size * 100)}` })
    : `${sign}${formatNumber(size, unit)}`;
}

/** Numbers as texts in the language, by a formatter that is made once. */
function inLanguage(options: Intl.NumberFormatOptions): (value: number) => string {
  const formatters = new Map<string, Intl.NumberFormat>();
  return (value) => {
    const formatter = formatters.get(language()) ?? new Intl.NumberFormat(language(), options);
    formatters.set(language(), formatter);
    return formatter.format(value);
  };
}
