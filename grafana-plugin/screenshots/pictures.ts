/** Pictures of the app's pages: the name of the file, what it shows, and the address below that of the models. */
export const PAGES = [
  { name: 'models', address: '' },
  { name: 'overview', address: '/income/overview' },
  { name: 'drift', address: '/income/drift' },
  { name: 'feature', address: '/income/drift?feature=age' },
  { name: 'data-quality', address: '/income/data-quality' },
  { name: 'performance', address: '/income/performance' },
  { name: 'fairness', address: '/income/fairness' },
  { name: 'versions', address: '/income/versions' },
  { name: 'serving', address: '/income/serving' },
  { name: 'alerts', address: '/income/alerts' },
] as const;

/** Pictures of the panels: the name of the file, and the panel's type, title, rows of height and options. */
export const PANELS = [
  { name: 'panel-drift', type: 'driftline-drift-panel', title: 'Drift over time', height: 9, options: {} },
  { name: 'panel-distribution', type: 'driftline-distribution-panel', title: 'Distribution', height: 9, options: {} },
  { name: 'panel-drift-map', type: 'driftline-drift-map-panel', title: 'Drift map', height: 9, options: {} },
  { name: 'panel-fairness', type: 'driftline-fairness-panel', title: 'Fairness', height: 7, options: {} },
  { name: 'panel-confusion', type: 'driftline-confusion-panel', title: 'Confusion matrix', height: 10, options: {} },
] as const;
