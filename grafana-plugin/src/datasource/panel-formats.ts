import type { Format } from '@driftline/shared';
import type { DriftlineQuery } from './types.ts';

/** Formats that panels of ours draw. */
const FORMATS: Readonly<Record<string, Format>> = {
  'driftline-distribution-panel': 'distribution',
  'driftline-fairness-panel': 'table',
  'driftline-confusion-panel': 'confusion',
};

/** The query of a panel that draws one format only, in that format, unless the query says otherwise. */
export function inFormatOf(panelPluginId: string | undefined, query: DriftlineQuery): DriftlineQuery {
  const format = FORMATS[panelPluginId ?? ''];
  return format === undefined || query.format !== undefined ? query : { ...query, format };
}
