import { formattedValueToString, getFieldDisplayName, type DataFrame } from '@grafana/data';
import { SortOrder, TooltipDisplayMode, type VizTooltipOptions } from '@grafana/schema';
import type { SeriesTableRowProps } from '@grafana/ui';
import { formatDecimal } from '../../common/format-decimal.ts';

const ALL = { mode: TooltipDisplayMode.Multi, sort: SortOrder.Descending };

/** Rows that a tooltip has room for. */
const MOST_ROWS = 20;

/**
 * What a tooltip says of the series at one time: all of them, the highest first, unless the options say otherwise.
 *
 * @param frame - times, then one field a series
 * @param at - index of the time
 * @param focused - index of the field that the pointer is nearest to
 */
export function tooltipRows(
  frame: DataFrame,
  at: number,
  focused: number | null,
  { mode, sort }: Pick<VizTooltipOptions, 'mode' | 'sort'> = ALL,
): SeriesTableRowProps[] {
  const rows = frame.fields
    .map((field, series) => ({ field, series, value: field.values[at] as unknown }))
    .slice(1)
    .filter((row): row is typeof row & { value: number } => typeof row.value === 'number')
    .filter(({ field }) => !isHidden(field.config.custom))
    .filter(({ series }) => mode !== TooltipDisplayMode.Single || focused === null || series === focused);
  if (sort !== SortOrder.None)
    rows.sort((a, b) => (sort === SortOrder.Ascending ? a.value - b.value : b.value - a.value));
  return rows.slice(0, MOST_ROWS).map(({ field, value, series }) => {
    const display = field.display?.(value);
    return {
      label: getFieldDisplayName(field, frame),
      value: display === undefined ? formatDecimal(value, 3) : formattedValueToString(display),
      color: display?.color ?? '',
      isActive: series === focused,
    };
  });
}

function isHidden(custom: unknown): boolean {
  const { hideFrom } = (custom ?? {}) as { readonly hideFrom?: { readonly tooltip?: boolean; readonly viz?: boolean } };
  return hideFrom?.tooltip === true || hideFrom?.viz === true;
}
