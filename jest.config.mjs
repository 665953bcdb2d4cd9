import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

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

const room = (name, folder) => ({
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
  // Fetches the real stores once, so that a test that needs one finds it or says why it cannot.
  globalSetup: fileURLToPath(new URL('provisioning/local-store/src/testing/global-setup.ts', import.meta.url)),
});

const rooms = {
  shared: 'shared',
  'otel-instrumentation': 'otel-instrumentation',
  'grafana-plugin': 'grafana-plugin',
  provisioning: 'provisioning',
  tools: '.ci',
};

export default {
  // Only tests with a real store or browser come near it; no test is about time.
  testTimeout: 120_000,
  projects: Object.entries(rooms)
    .filter(([, folder]) => existsSync(new URL(folder, import.meta.url)))
    .map(([name, folder]) => room(name, `<rootDir>/${folder}`)),
};
