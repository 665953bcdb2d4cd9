import { defineConfig, type UserConfig } from 'tsdown';

/** The contract is private and bundled in, so that one installation brings everything. */
const common: UserConfig = {
  platform: 'node',
  target: 'node22',
  fixedExtension: true,
  sourcemap: true,
  noExternal: ['@driftline/shared', 'zod', '@grafana/promql-builder'],
  inlineOnly: false,
  inputOptions: { resolve: { conditionNames: ['driftline-source', 'import', 'node', 'default'] } },
};

export default defineConfig([
  { ...common, entry: { index: 'src/index.ts' }, format: ['esm', 'cjs'], dts: true },
  { ...common, entry: { driftline: 'src/cli/driftline.ts' }, format: 'esm', dts: false, clean: false },
]);
