import { defineConfig } from 'tsdown';

/**
 * The engine: plan, evaluate and their texts as one script for a small JavaScript engine. No imports, nothing newer than
 * ES2020, everything under one global name.
 */
export default defineConfig({
  entry: { engine: 'src/engine.ts' },
  format: 'iife',
  globalName: 'driftline',
  platform: 'neutral',
  target: 'es2020',
  dts: false,
  minify: true,
  noExternal: [/./],
  inlineOnly: false,
  inputOptions: {
    resolve: { conditionNames: ['driftline-source', 'import', 'default'], mainFields: ['module', 'main'] },
  },
});
