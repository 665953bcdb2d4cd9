import { existsSync } from 'node:fs';

/** One project a room; tests mirror the sources. TypeScript is transformed in memory, workspace packages come from source. */
const swc = (jsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: jsx },
      transform: jsx ? { react: { runtime: 'automatic' } } : {},
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const room = (name, folder, extra = {}) => ({
  displayName: name,
  rootDir: folder,
  roots: ['<rootDir>'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['driftline-source', 'node', 'node-addons', 'require', 'default'] },
  testMatch: ['<rootDir>/**/test/**/*.test.ts', '<rootDir>/**/test/**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.types/'],
  modulePathIgnorePatterns: ['/dist/', '/.types/'],
  transform: { '\\.(tsx)$': swc(true), '\\.(mjs|ts|mts|js)$': swc(false) },
  // The parser of PromQL and a few helpers are published as ES modules only; jest runs CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!(@prometheus-io|@lezer|get-port|execa|@sindresorhus|yaml)/)'],
  ...extra,
});

const rooms = {
  shared: 'shared',
  'otel-instrumentation': 'otel-instrumentation',
  'grafana-plugin': 'grafana-plugin',
  provisioning: 'provisioning',
  tools: '.ci',
};

export default {
  projects: Object.entries(rooms)
    .filter(([, folder]) => existsSync(new URL(folder, import.meta.url)))
    .map(([name, folder]) => room(name, `<rootDir>/${folder}`)),
};
