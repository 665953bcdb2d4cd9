import { promqlOf } from '../compiler/split-by.ts';
import { referenceGroups, referenceGroupSelection } from '../counts/reference-groups.ts';
import { measureById } from '../measures/registry.ts';
import type { Answers, Labels } from '../query/answers.ts';
import type { CompletePanelQuery } from './panel-query.ts';

/**
 * What the store is asked for the reference groups that a table of rates names beside them. The rates are of each group by
 * itself, so their plan does not ask for it.
 */
export function referenceTexts(query: CompletePanelQuery): readonly string[] {
  return Object.values(textsOf(query));
}

/** Finds the reference group of the attribute that labels belong to; undefined without one, and where profiles disagree. */
export function tableReferences(
  query: CompletePanelQuery,
  { series }: Answers,
): (labels: Labels) => string | undefined {
  const selected = Object.entries(textsOf(query)).map(([name, promql]) => [name, series.get(promql) ?? []] as const);
  if (selected.length === 0) return () => undefined;
  const referencesOf = referenceGroups(query, Object.fromEntries(selected));
  return (labels) => {
    const [first, ...others] = new Set(referencesOf(labels, 0));
    return others.length === 0 ? first : undefined;
  };
}

function textsOf(query: CompletePanelQuery): Readonly<Record<string, string>> {
  if (query.format !== 'table' || measureById(query.measure).subject !== 'group') return {};
  const selections = Object.entries(referenceGroupSelection(query));
  return Object.fromEntries(selections.map(([name, expression]) => [name, promqlOf(expression, query)]));
}
