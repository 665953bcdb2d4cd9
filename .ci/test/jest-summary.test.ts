import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface File {
  readonly displayName: { readonly name: string };
  readonly perfStats: { readonly runtime: number };
  readonly testResults: readonly { readonly status: string; readonly ancestorTitles: readonly string[] }[];
}

const file = (name: string, seconds: number, ...testResults: File['testResults']): File => ({
  displayName: { name },
  perfStats: { runtime: seconds * 1000 },
  testResults,
});

/** What the reporter, which is an ES module, prints for these results. */
function printed(testResults: readonly File[], nightly: '0' | '1'): string[] {
  const code = `
    import JestSummary from './.ci/jest-summary.mjs';
    new JestSummary().onRunComplete(undefined, { testResults: ${JSON.stringify(testResults)} });
  `;
  const env = { ...process.env, DRIFTLINE_NIGHTLY: nightly };
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: ROOT, env, encoding: 'utf8' })
    .trim()
    .split('\n');
}

const skipped = { status: 'pending', ancestorTitles: ['a store (no prometheus here)'] };
const results = [file('shared', 2), file('tools', 1), file('shared', 4, skipped, skipped)];

test('adds up the time of each project and names what was skipped', () => {
  expect(printed(results, '1')).toEqual([
    'Time of all files of a project, added up:',
    'shared: 6 s in 2 files',
    'tools: 1 s in 1 files',
    'Skipped: a store (no prometheus here)',
  ]);
});

test('before a change lands, names in one line what is left to the nightly tests', () => {
  expect(printed(results, '0').at(-1)).toMatch(
    /^Left to `npm run test:nightly`: .*package-matrix, .*faults at full length\.$/,
  );
});
