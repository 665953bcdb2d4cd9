import type { PanelQuery } from '@driftline/shared';

/**
 * What the Driftline query of a rule asks.
 *
 * @param queries - those of the rule as JSON, as Grafana's API and its extension points give them
 * @returns undefined of a rule that asks Driftline nothing, such as one in PromQL
 */
export function ruleQuestion(queries: string): Pick<PanelQuery, 'measure' | 'where' | 'labelFilters'> | undefined {
  try {
    const read = JSON.parse(queries) as readonly { readonly model?: PanelQuery }[];
    return read.find(({ model }) => model?.measure !== undefined)?.model;
  } catch {
    return undefined;
  }
}
