import type { PanelData } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { sceneGraph, type SceneObject, type SceneVariable } from '@grafana/scenes';
import { DATA_SOURCE_TYPE } from '../../common/data-source-type.ts';
import { literalQuery, type Variables } from '../../datasource/literal-query.ts';
import type { DriftlineQuery } from '../../datasource/types.ts';

/**
 * A question that the page asked, as a query for another place: an alert rule, Explore or a dashboard. Where the page
 * shows all versions, the query is of all too, and not of those that there are now.
 *
 * @param dataSource - UID of the one that was asked
 * @returns undefined where it has not been asked yet, or a variable of the page has no value
 */
export function askedQuestion(
  answer: PanelData | undefined,
  id: string,
  dataSource: string,
): DriftlineQuery | undefined {
  const { targets = [], scopedVars } = answer?.request ?? {};
  const target = targets.find(({ refId }) => refId === id) as DriftlineQuery | undefined;
  if (target === undefined) return undefined;
  const scene = (scopedVars?.['__sceneObject']?.value as { valueOf(): SceneObject } | undefined)?.valueOf();
  const variables = scene === undefined ? getTemplateSrv() : variablesOf(scene);
  try {
    const query = literalQuery(target, variables, scopedVars);
    return { ...query, refId: 'A', datasource: { type: DATA_SOURCE_TYPE, uid: dataSource } };
  } catch {
    return undefined;
  }
}

/** Variables of a page, which those of Grafana's dashboards know nothing of. */
function variablesOf(scene: SceneObject): Variables {
  const templates = getTemplateSrv();
  const version: SceneVariable | null = sceneGraph.lookupVariable('version', scene);
  const { value } = (version?.state ?? {}) as { readonly value?: unknown };
  return {
    replace: (text, scopedVars, format) => templates.replace(text, scopedVars, format),
    containsTemplate: (text) => templates.containsTemplate(text),
    getVariables: () => [{ name: 'version', current: { value } }] as unknown as ReturnType<Variables['getVariables']>,
  };
}
