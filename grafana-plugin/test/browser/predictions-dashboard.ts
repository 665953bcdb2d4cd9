import type { DashboardJson, PanelJson } from '../../workbench/src/dashboard/dashboard-json.ts';

const datasource = { type: 'driftline-model-datasource', uid: 'driftline' };

const target = {
  refId: 'A',
  measure: 'psi',
  // Rows are sent once, before all tests.
  window: '5m',
  baseline: { kind: 'reference' },
  of: { kind: 'prediction' },
};

const panel: PanelJson = {
  id: 1,
  title: 'Predictions',
  description: '',
  type: 'driftline-distribution-panel',
  datasource,
  gridPos: { x: 0, y: 0, w: 12, h: 10 },
  targets: [target],
  options: {},
  fieldConfig: { defaults: {} },
};

/** A dashboard with the distribution of the predictions alone. */
export const PREDICTIONS_DASHBOARD: DashboardJson = {
  title: 'Predictions',
  panels: [panel],
  annotations: { list: [] },
  templating: { list: [] },
};
