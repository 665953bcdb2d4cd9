import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Whether this is the nightly run: files named `*.nightly.test.ts`, and the faults at full length. All other runs leave
 * the former out and keep the latter short.
 */
const NIGHTLY = process.env['DRIFTLINE_NIGHTLY'] === '1';

const TESTS = NIGHTLY ? ['*.nightly.test.ts', 'faults/**/*.test.ts'] : ['*.test.ts', '*.test.tsx'];

/** One project for each package; tests mirror the sources. TypeScript is transformed in memory, our packages come from source. */
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

/** Looked up in the context of a test, a global costs more than what it does: these are handed to each module instead. */
const FAST_GLOBALS = [
  'Array',
  'Error',
  'Float64Array',
  'Int32Array',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Promise',
  'Set',
  'String',
  'Symbol',
];

const project = (name, folder) => ({
  displayName: name,
  rootDir: folder,
  roots: ['<rootDir>'],
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['driftline-source', 'node', 'node-addons', 'require', 'default'] },
  sandboxInjectedGlobals: FAST_GLOBALS,
  testMatch: TESTS.map((name) => `<rootDir>/**/test/**/${name}`),
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.types/', ...(NIGHTLY ? [] : ['\\.nightly\\.test\\.ts$'])],
  modulePathIgnorePatterns: ['/dist/', '/.types/'],
  // Packages stay as they are published: under Node's flag for vm modules, jest requires those that are ES modules only.
  transform: { '\\.(tsx)$': swc(true), '\\.(mjs|ts|mts|js)$': swc(false) },
  moduleNameMapper: { '\\.css$': fileURLToPath(new URL('.ci/no-styles.cjs', import.meta.url)) },
  // Fetches the real stores once, so that a test that needs one finds it or says why it cannot.
  globalSetup: fileURLToPath(new URL('provisioning/local-store/src/testing/global-setup.ts', import.meta.url)),
});

const folders = {
  shared: 'shared',
  'otel-instrumentation': 'otel-instrumentation',
  'grafana-plugin': 'grafana-plugin',
  provisioning: 'provisioning',
  tools: '.ci',
};

export default {
  // Only tests with a real store or browser come near it.
  testTimeout: NIGHTLY ? 3_600_000 : 120_000,
  // On two cores jest would start one worker, while many tests wait for stores, browsers and child processes. Three are slower.
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/.ci/jest-summary.mjs'],
  projects: Object.entries(folders)
    .filter(([, folder]) => existsSync(new URL(folder, import.meta.url)))
    .map(([name, folder]) => project(name, `<rootDir>/${folder}`)),
};
