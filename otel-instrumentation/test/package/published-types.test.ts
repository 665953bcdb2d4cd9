import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a few lines in a Node of their own: both checkers are ES modules that jest cannot load. */
async function evaluate(lines: string, ...args: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', lines, ...args], { cwd: PACKAGE });
  return JSON.parse(stdout);
}

test('publint finds nothing to fix', async () => {
  const messages = await evaluate(`
    import { publint } from 'publint';
    const { messages } = await publint({ pkgDir: '.', strict: true });
    console.log(JSON.stringify(messages));
  `);
  expect(messages).toEqual([]);
});

test('types resolve for ES modules, CommonJS and bundlers', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'driftline-types-'));
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: PACKAGE,
  });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  const problems = await evaluate(
    `
    import { readFileSync } from 'node:fs';
    import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
    const { problems } = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(process.argv[1]))));
    console.log(JSON.stringify(problems));
  `,
    join(folder, filename),
  );
  await rm(folder, { recursive: true });
  // Left out: TypeScript's resolution from before `exports`, which no Node that we run on uses, and `require` of what is
  // for `--import` alone.
  const found = (problems as { kind: string; entrypoint: string; resolutionKind: string }[]).filter(
    ({ entrypoint, resolutionKind }) => resolutionKind !== 'node10' && entrypoint !== './register',
  );
  expect(found).toEqual([]);
});
