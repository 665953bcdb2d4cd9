import { FieldType, formattedValueToString, getFieldDisplayName, type DataFrame } from '@grafana/data';
import { t } from '@grafana/i18n';
import { formatDecimal } from '../../common/format-decimal.ts';
import { frameMeta } from '../common/frame-meta.ts';
import { severityName, severityOf } from '../common/severity.ts';

/** Series that a sentence names. */
const MOST_SERIES = 3;

/** What the panel shows, for people who do not see it: the worst series with their last values. */
export function summary(frames: readonly DataFrame[]): string {
  const lasts = frames.flatMap((frame) => {
    const { limits, show } = frameMeta(frame);
    const field = frame.fields.find(({ type }) => type === FieldType.number);
    const last = (field?.values as unknown[] | undefined)?.findLast(
      (value) => typeof value === 'number' && !Number.isNaN(value),
    );
    if (field === undefined || typeof last !== 'number' || show === 'critical-value') return [];
    const display = field.display?.(last);
    return [
      {
        name: getFieldDisplayName(field, frame, [...frames]),
        last,
        text: display === undefined ? formatDecimal(last, 3) : formattedValueToString(display),
        severity: limits === undefined ? '' : `, ${severityName(severityOf(last, limits))}`,
        isLowerWorse: limits?.side === 'below',
      },
    ];
  });
  lasts.sort((a, b) => (a.isLowerWorse ? a.last - b.last : b.last - a.last));
  const named = lasts.slice(0, MOST_SERIES).map(({ name, text, severity }) => `${name} ${text}${severity}`);
  return t('panels.drift.summary', '{{number}} series over time. Last values: {{- values}}', {
    number: lasts.length,
    values: `${named.join('; ')}${lasts.length > MOST_SERIES ? '; …' : ''}`,
  });
}
