import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileTypes } from '../../src/inspect/profile-types.ts';
import { parseProfile } from '@driftline/shared';
import { exampleProfile } from '../example-profile.ts';
import { Workplace } from './run-cli.ts';

const workplace = new Workplace();
const read = (name: string) => readFileSync(join(workplace.folder, name), 'utf8');

test('driftline types prints or writes the declarations of a profile', async () => {
  const profile = workplace.file('profile.json', JSON.stringify(exampleProfile()));
  const expected = profileTypes(parseProfile(exampleProfile()));
  expect(await workplace.run(['types', profile])).toEqual({ code: 0, stdout: expected, stderr: '' });
  expect(await workplace.run(['types', profile, '--out', 'profile.d.ts'])).toMatchObject({ code: 0, stdout: '' });
  expect(read('profile.d.ts')).toBe(expected);
});

test('driftline profile --types writes them beside the profile, whose classes have the order of --class-order', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => `${i % 7},${i % 4 === 0 ? 'yes' : 'no'}`);
  const training = workplace.file('train.csv', `age,class\n${rows.join('\n')}\n`);
  const common = [training, '--label', 'class', '--class-order'];
  const profile = await workplace.profile([...common, 'yes, no', '--types', 'out.d.ts']);
  expect(profile.prediction).toMatchObject({ classes: ['no', 'yes'], order: ['yes', 'no'] });
  expect(read('out.d.ts')).toBe(profileTypes(profile));
  await expect(workplace.profile([...common, 'yes,maybe'])).rejects.toThrow(
    /--class-order is yes, maybe, and column class holds no, yes: name each of these once/,
  );
});
