import { defineConfig, type UserConfig } from 'tsdown';

/** The contract is private and bundled in, so that one installation brings everything. */
const common: UserConfig = {
  platform: 'node',
  target: 'node22',
  fixedExtension: true,
  sourcemap: true,
  noExternal: [
    '@driftline/shared',
    'zod',
    '@grafana/promql-builder',
    '@prometheus-io/lezer-promql',
    /^@lezer\//,
    /^@stdlib\//,
    'yaml',
  ],
  inlineOnly: false,
  inputOptions: { resolve: { conditionNames: ['driftline-source', 'import', 'node', 'default'] } },
};

export default defineConfig([
  {
    ...common,
    entry: { index: 'src/index.ts', instrumentation: 'src/instrumentation/index.ts' },
    format: ['esm', 'cjs'],
    dts: { build: true },
  },
  // `--import` loads ES modules only, and so does the command.
  { ...common, entry: { register: 'src/register.ts' }, format: 'esm', dts: { build: true }, clean: false },
  { ...common, entry: { driftline: 'src/commands/driftline.ts' }, format: 'esm', dts: false, clean: false },
]);
