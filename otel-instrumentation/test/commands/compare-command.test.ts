import { exampleProfile } from '../example-profile.ts';
import { markedBlock } from '../package/marked-block.ts';
import { Workplace } from './run-cli.ts';

const workplace = new Workplace();
const before = workplace.file('before.json', JSON.stringify(exampleProfile()));
const [age, work] = exampleProfile().features;
const older = { ...age, counts: [1, 4, 10, 65] };
const after = workplace.file('after.json', JSON.stringify({ ...exampleProfile(), features: [older, work] }));

test('driftline compare says what changed, and its exit code whether that is within limits', async () => {
  const [same, moved, allowed] = await Promise.all([
    workplace.run(['compare', before, before]),
    workplace.run(['compare', before, after]),
    workplace.run(['compare', before, after, '--limit', '2', '--json']),
  ]);
  expect(same).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/\nWithin limits\.\n$/) });
  expect(moved).toMatchObject({ code: 1, stderr: '' });
  // What moved most is first, and an empty column is no reason to be there.
  expect(moved.stdout).toMatch(
    /^ +PSI {3}noise {2}bins +missing\nage +1\.\d{4} {2}0\.\d{4} {5}4 {2}20 % to 20 %\nwork +0\.0000 /m,
  );
  expect(moved.stdout).toMatch(/\nBeyond limits:\n {2}age: PSI is 1\.\d+, beyond 0\.25\.\n$/);
  expect(allowed.code).toBe(0);
  expect(JSON.parse(allowed.stdout)).toMatchObject({
    before: { model: 'income', version: '1', rows: 100 },
    features: [
      { name: 'age', psi: expect.closeTo(1.1, 0) },
      { name: 'work', psi: 0 },
    ],
    limits: { psi: 2 },
    beyond: [],
  });
});

test('misuse is neither within limits nor beyond them', async () => {
  const [lacking, missing, wrong, help] = await Promise.all([
    workplace.run(['compare', before]),
    workplace.run(['compare', before, 'none.json']),
    workplace.run(['compare', before, after, '--limit', '0']),
    workplace.run(['compare', '--help']),
  ]);
  expect(lacking).toMatchObject({ code: 2, stderr: "driftline: missing required argument 'after'\n" });
  expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining('none.json cannot be read') });
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('Give a number above zero.') });
  expect(help).toMatchObject({ code: 0, stdout: expect.stringMatching(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 /) });
});

test('the commands of the README compare the rows of tonight with a profile', async () => {
  const rows = (shift: number): string =>
    Array.from({ length: 300 }, (_, i) => `${((i * 37) % 60) + shift},${i % 4 === 0 ? '>50K' : '<=50K'}\n`).join('');
  const training = workplace.file('train.csv', `age,class\n${rows(18)}`);
  workplace.file('tonight.csv', `age,class\n${rows(48)}`);
  const roles = ['--model', 'income', '--label', 'class', '--favorable', '>50K'];
  expect(await workplace.run(['profile', training, ...roles])).toMatchObject({ code: 0 });
  const block = markedBlock(new URL('../../README.md', import.meta.url), 'compare');
  const [profile = [], compare = []] = block
    .trim()
    .split('\n')
    .map((line) => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '').slice(1));
  expect(await workplace.run(profile)).toMatchObject({ code: 0 });
  const { code, stdout } = await workplace.run(compare);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /\nage +\d\.\d{4} +0\.\d{4} +10\n(?:.*\n)*Beyond limits:\n {2}age: PSI is [\d.]+, beyond 0\.25\.\n$/,
  );
});
