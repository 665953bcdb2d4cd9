import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { MEASURES } from '@driftline/shared';

/** The data source as `npm run build` makes it. */
const BUILT = fileURLToPath(new URL('../../dist/datasource', import.meta.url));

const read = (file: string): string => readFileSync(join(BUILT, file), 'utf8');
const files = existsSync(BUILT) ? globSync('**/*.js', { cwd: BUILT }) : [];

test('the module is small: every dashboard loads it', () => {
  expect(gzipSync(read('module.js')).length).toBeLessThan(20 * 1024);
});

test('the editors are modules of their own, beside it', () => {
  expect(files.sort()).toEqual([
    'config-editor.js',
    'create-rule.js',
    'module.js',
    'query-editor.js',
    'variable-editor.js',
  ]);
});

test.each(files)('%s holds no measure: the back end has them', (file) => {
  const text = read(file);
  const held = MEASURES.filter(({ definition }) => text.includes(definition)).map(({ id }) => id);
  expect(held).toEqual([]);
  // The parser of selectors, which the texts of alerts need, knows the names of PromQL's functions.
  if (file !== 'create-rule.js') expect(text).not.toContain('histogram_quantile');
});
