import { LegendDisplayMode, SortOrder, TooltipDisplayMode } from '@grafana/schema';

/** Common options as a panel has them that sets none. */
export const LEGEND = {
  showLegend: true,
  displayMode: LegendDisplayMode.List,
  placement: 'bottom' as const,
  calcs: [],
};
export const TOOLTIP = { mode: TooltipDisplayMode.Single, sort: SortOrder.None };
