import { formattedValueToString, getFieldDisplayName, type DataFrame } from '@grafana/data';
import type { SeriesTableRowProps } from '@grafana/ui';

/**
 * What a tooltip says of all series at one time, the highest first.
 *
 * @param frame - times, then one field a series
 * @param at - index of the time
 * @param focused - index of the field that the pointer is nearest to
 */
export function tooltipRows(frame: DataFrame, at: number, focused: number | null): SeriesTableRowProps[] {
  return frame.fields
    .map((field, series) => ({ field, series, value: field.values[at] as unknown }))
    .slice(1)
    .filter((row): row is typeof row & { value: number } => typeof row.value === 'number')
    .sort((a, b) => b.value - a.value)
    .map(({ field, value, series }) => {
      const display = field.display?.(value);
      return {
        label: getFieldDisplayName(field, frame),
        value: display === undefined ? value.toFixed(3) : formattedValueToString(display),
        color: display?.color ?? '',
        isActive: series === focused,
      };
    });
}
