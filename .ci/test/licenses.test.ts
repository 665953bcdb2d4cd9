import { execFileSync, spawnSync } from 'node:child_process';
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

test.each([
  ['LICENSE', 'Apache License\n   Version 2.0, January 2004', 'Apache-2.0'],
  ['LICENSE.txt', 'Redistribution and use in source and binary forms, with or without', 'BSD'],
  ['license.md', 'Permission is hereby granted, free of\ncharge, to any person', 'MIT'],
  ['COPYING', `Mozilla Public License, version 2.0 ${'x'.repeat(500)} GNU General Public License`, 'MPL-2.0'],
  ['COPYING', 'GNU LESSER GENERAL PUBLIC LICENSE Version 3', 'LGPL'],
  ['COPYING', 'GNU GENERAL PUBLIC LICENSE\nVersion 3', 'GPL'],
  ['LICENSE', 'GNU AFFERO GENERAL PUBLIC LICENSE', 'AGPL'],
  ['LICENSE', 'All rights reserved.', null],
  ['README.md', 'Apache License Version 2.0', null],
])('a module with %s of %j has the license %s', (name, text, license) => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-licenses-'));
  writeFileSync(join(folder, name), text);
  expect(evaluate(`it.licenseOfFolder(${JSON.stringify(folder)}) ?? null`)).toBe(license);
});

test.each([
  ['true', 1],
  ['false', 0],
])('without Go, with CI=%s, it ends with %s and says so', (CI, status) => {
  // A PATH without any program.
  const ended = spawnSync(process.execPath, [script], { env: { CI, PATH: tmpdir() }, encoding: 'utf8' });
  expect(ended.status).toBe(status);
  expect(ended.stdout + ended.stderr).toContain('Go is not on the PATH');
});
