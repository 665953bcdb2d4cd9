import { readFileSync } from 'node:fs';
import { parseProfile } from '@driftline/shared';
import { exampleProfile } from '../example-profile.ts';
import { Workplace } from './run-cli.ts';

const workplace = new Workplace();
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

test('version and help are answers, and what is no command is misuse', async () => {
  const [versioned, help, nothing, unknown] = await Promise.all([
    workplace.run(['--version']),
    workplace.run(['--help']),
    workplace.run([]),
    workplace.run(['profiles']),
  ]);
  expect(versioned).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  expect(help).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 /m) });
  expect(nothing.code).toBe(2);
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringMatching(/^driftline: unknown command 'profiles'/) });
});

test('driftline inspect prints a profile as JSON, as a monitor reads it', async () => {
  const file = workplace.file('profile.json', JSON.stringify(exampleProfile()));
  const { code, stdout } = await workplace.run(['inspect', file, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual(parseProfile(exampleProfile()));
});
