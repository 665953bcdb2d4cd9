import { defineConfig } from 'tsdown';

/** The contract is private and bundled in, so that one installation brings everything. */
export default defineConfig({
  entry: { index: 'src/index.ts', driftline: 'src/cli/driftline.ts' },
  format: ['esm', 'cjs'],
  platform: 'node',
  target: 'node22',
  dts: { build: false },
  fixedExtension: true,
  sourcemap: true,
  noExternal: ['@driftline/shared', 'zod', '@grafana/promql-builder'],
  inputOptions: { resolve: { conditionNames: ['driftline-source', 'import', 'node', 'default'] } },
});
