import type { AnnotationJson, DashboardJson, PanelJson } from '../../workbench/src/dashboard/dashboard-json.ts';

const datasource = { type: 'driftline-model-datasource', uid: 'driftline' };

/** A query as a dashboard saves it. */
type Target = Readonly<Record<string, unknown>>;

/** A panel with the queries and options that it is given. */
export function panelOf(
  type: string,
  gridPos: PanelJson['gridPos'],
  targets: readonly Target[],
  options: object = {},
  id = 1,
): PanelJson {
  return {
    id,
    title: type.replace(/^driftline-(.*)-panel$/, '$1'),
    description: '',
    type,
    datasource,
    gridPos,
    targets: targets.map((target, i) => ({ refId: 'ABC'.charAt(i), window: '5m', ...target })),
    options,
    fieldConfig: { defaults: {} },
  };
}

export const dashboardOf = (
  panels: readonly PanelJson[],
  annotations: readonly AnnotationJson[] = [],
): DashboardJson => ({
  title: 'Panels',
  panels,
  annotations: { list: annotations },
  templating: { list: [] },
});

/** Annotations of a query. */
export const annotationsOf = (name: string, iconColor: string, target: Target): AnnotationJson => ({
  name,
  datasource,
  enable: true,
  iconColor,
  target: { refId: 'Anno', window: '5m', ...target },
});

/** What each panel of ours is asked: one query of one measure. */
export const QUERIES: Readonly<Record<string, readonly Target[]>> = {
  'driftline-drift-panel': [{ measure: 'psi' }],
  'driftline-distribution-panel': [{ measure: 'psi' }],
  'driftline-drift-map-panel': [{ measure: 'psi' }],
  'driftline-fairness-panel': [{ measure: 'selection-rate', favorable: '>50K' }],
  'driftline-confusion-panel': [{ measure: 'accuracy' }],
};
