/**
 * The layers of every package. `npm run lint:layers` holds the sources to this table.
 *
 * - `sources`: the folder that holds the package's sources.
 * - `layers`: the folders in it, bottom first. A layer imports only from layers below it. Folders in one list stand side
 *   by side and do not import each other. `.` stands for the files beside the folders (`index.ts`), which are on top
 *   unless it says otherwise. A folder that is missing here is an error.
 * - `imports`: other packages of ours that it may import, by their sources.
 */
export const PACKAGES = [
  {
    sources: 'shared/src',
    layers: [
      'conventions',
      'profile',
      'statistics',
      'query',
      'store',
      'promql',
      'distributions',
      'counts',
      'templates',
      'measures',
      'compiler',
      'backend',
      'alerts',
      'alert-config',
      'docs',
    ],
    imports: [],
  },
  {
    sources: 'otel-instrumentation/src',
    layers: [
      'values',
      'recorder',
      'models',
      'producer',
      'instrumentation',
      'setup',
      'profile',
      'outcomes',
      'inspect',
      'compare',
      'doctor',
      'commands',
    ],
    imports: ['shared/src'],
  },
  {
    sources: 'otel-instrumentation/examples/common/src',
    layers: ['process', 'service', 'traffic'],
    imports: ['shared/src', 'otel-instrumentation/src'],
  },
  {
    sources: 'otel-instrumentation/examples/income-service/src',
    layers: ['model', 'traffic', 'outcomes'],
    imports: ['shared/src', 'otel-instrumentation/src', 'otel-instrumentation/examples/common/src'],
  },
  {
    sources: 'otel-instrumentation/examples/bike-sharing/src',
    layers: [],
    imports: ['shared/src', 'otel-instrumentation/src', 'otel-instrumentation/examples/common/src'],
  },
  {
    sources: 'otel-instrumentation/examples/nightly-gate/src',
    layers: [],
    imports: [],
  },
  {
    sources: 'grafana-plugin/src',
    layers: ['common', ['config', 'datasource', 'panels'], 'pages', 'extensions'],
    imports: ['shared/src'],
  },
  {
    sources: 'grafana-plugin/workbench/src',
    layers: ['dashboard', 'panels', 'host', 'pages'],
    imports: ['shared/src', 'grafana-plugin/src'],
  },
  {
    sources: 'grafana-plugin/workbench/server',
    layers: [['backend', 'grafana']],
    imports: ['shared/src'],
  },
  {
    sources: 'provisioning/local-store/src',
    layers: ['.', 'testing'],
    imports: ['shared/src'],
  },
  {
    sources: 'provisioning',
    layers: [['dashboards', 'start']],
    imports: [
      'shared/src',
      'otel-instrumentation/src',
      'otel-instrumentation/examples/common/src',
      'otel-instrumentation/examples/income-service/src',
      'otel-instrumentation/examples/bike-sharing/src',
      'grafana-plugin/src',
      'grafana-plugin/workbench/server',
      'provisioning/local-store/src',
    ],
  },
];
