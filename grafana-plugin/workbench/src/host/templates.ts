import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { sceneGraph, type SceneObject } from '@grafana/scenes';

const VARIABLE = /\$\w+|\$\{[^}]+\}|\[\[[^\]]+\]\]/;

let root: SceneObject | undefined;

/** The scene whose variables are meant where a caller names no object of it. */
export function setTemplateRoot(scene: SceneObject): void {
  root = scene;
}

/** Template variables of the scene that a query or panel belongs to. */
export const templates: TemplateSrv = {
  getVariables: () =>
    (root === undefined ? [] : sceneGraph.getVariables(root).state.variables).map(({ state }) => ({
      name: state.name,
      type: state.type,
      current: { value: (state as { readonly value?: unknown }).value },
    })) as unknown as ReturnType<TemplateSrv['getVariables']>,
  containsTemplate: (target) => target !== undefined && VARIABLE.test(target),
  updateTimeRange: () => undefined,
  replace: (target = '', scopedVars, format) => {
    const scene = sceneOf(scopedVars) ?? root;
    if (scene === undefined) return target;
    return sceneGraph.interpolate(scene, target, scopedVars, format as Parameters<typeof sceneGraph.interpolate>[3]);
  },
};

function sceneOf(scopedVars?: ScopedVars): SceneObject | undefined {
  const wrapped = scopedVars?.['__sceneObject']?.value as { valueOf(): SceneObject } | undefined;
  return wrapped?.valueOf();
}
