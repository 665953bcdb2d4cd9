import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const script = join(dirname(dirname(fileURLToPath(import.meta.url))), 'licenses.mjs');

/** Evaluates an expression over the exports of the script, which is an ES module. */
function evaluate(expression: string): unknown {
  const code = `import * as it from ${JSON.stringify(pathToFileURL(script).href)}; console.log(JSON.stringify(${expression}));`;
  return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }));
}

test.each([
  ['AGPL-3.0-only', true],
  ['GPL-3.0', true],
  ['GNU Affero General Public License', true],
  ['(MIT OR GPL-3.0-or-later)', false],
  ['LGPL-3.0', false],
  ['Apache-2.0', false],
])('%s is refused: %s', (license, refused) => {
  expect(evaluate(`it.isCopyleft(${JSON.stringify(license)})`)).toBe(refused);
});

test('finds a package at any depth, and no development tools', () => {
  const root = mkdtempSync(join(tmpdir(), 'driftline-licenses-'));
  const write = (path: string, manifest: object): void => {
    mkdirSync(join(root, path), { recursive: true });
    writeFileSync(join(root, path, 'package.json'), JSON.stringify(manifest));
  };
  write('workspace', { dependencies: { a: '1' }, devDependencies: { tool: '1' } });
  write('node_modules/a', { name: 'a', version: '1', license: 'MIT', dependencies: { b: '1' } });
  write('node_modules/a/node_modules/b', { name: 'b', version: '2', license: 'AGPL-3.0' });
  write('node_modules/tool', { name: 'tool', version: '1', license: 'GPL-3.0' });
  const packages = evaluate(`it.shippedPackages(${JSON.stringify(join(root, 'workspace'))}, ${JSON.stringify(root)})`);
  expect(packages).toEqual([
    { name: 'a', version: '1', license: 'MIT', path: ['a'] },
    { name: 'b', version: '2', license: 'AGPL-3.0', path: ['a', 'b'] },
  ]);
});
