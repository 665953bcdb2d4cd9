import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';

const file = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
/** The built command where the tests have just built it, which starts faster. */
const COMMAND =
  process.env['DRIFTLINE_BUILT'] === '1'
    ? [file('../../dist/driftline.mjs')]
    : ['--conditions=driftline-source', file('../../src/commands/driftline.ts')];
const DRIFTLINE = [process.execPath, ...COMMAND].join(' ');
const folder = mkdtempSync(join(tmpdir(), 'driftline-nightly-'));

interface Night {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function nightly(version: string, ...files: readonly string[]): Promise<Night> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, DRIFTLINE, VERSION: version } };
    execFile('sh', [file('nightly.sh'), ...files], options, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const deploy = (): void => renameSync(join(folder, 'next.json'), join(folder, 'profile.json'));

beforeAll(async () => {
  await promisify(execFile)(process.execPath, [file('src/lake.ts'), join(folder, 'lake')]);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('the gate opens for a year that moved by a month, and stays shut for a lake that lost its winters', async () => {
  const year = (...months: string[]): string[] => months.map((month) => `lake/${month}/*.parquet`);
  const first = await nightly('1', ...year('year=2011/month=*', 'year=2012/month=0[1-5]'));
  expect(first).toMatchObject({ code: 0, stdout: expect.stringContaining('There is no profile.json') });
  deploy();

  const second = await nightly('2', ...year('year=2011/month=*', 'year=2012/month=0[1-6]'));
  expect(second).toMatchObject({ code: 0, stdout: expect.stringMatching(/Within limits\.\nThe gate is open/) });
  deploy();

  const deployed = read('profile.json');
  const third = await nightly('3', ...year('year=*/month=07'));
  expect(third).toMatchObject({ code: 1, stderr: expect.stringContaining('The gate stays shut') });
  expect(third.stdout).toMatch(/Beyond limits:\n(?: {2}.*\n)* {2}temp: PSI is \d/);

  const fourth = await nightly('4', ...year('year=2013/month=*'));
  expect(fourth).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no file lake/year=2013') });
  expect(read('profile.json')).toBe(deployed);
});

test('the files for a scheduler run the job, and deploy after it only', () => {
  const parsed = (name: string): unknown => parse(readFileSync(file(name), 'utf8'));
  const workflow = parsed('github-actions.yml') as {
    readonly jobs: Readonly<
      Record<string, { readonly needs?: string; readonly steps: readonly { readonly run?: string }[] }>
    >;
  };
  expect(workflow.jobs['gate']?.steps.map(({ run }) => run)).toContainEqual(expect.stringMatching(/^sh nightly\.sh /));
  expect(workflow.jobs['deploy']?.needs).toBe('gate');
  const job = parsed('cron-job.yaml') as {
    readonly spec: {
      readonly jobTemplate: {
        readonly spec: {
          readonly backoffLimit: number;
          readonly template: {
            readonly spec: { readonly containers: readonly { readonly command: readonly string[] }[] };
          };
        };
      };
    };
  };
  const { backoffLimit, template } = job.spec.jobTemplate.spec;
  expect(backoffLimit).toBe(0);
  expect(template.spec.containers[0]?.command.at(-1)).toMatch(
    /nightly\.sh .* && sh \S*rollout\.sh && mv next\.json profile\.json$/,
  );
});
