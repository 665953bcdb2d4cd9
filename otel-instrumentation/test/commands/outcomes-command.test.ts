import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { exampleProfile } from '../example-profile.ts';
import { Database } from '../../src/profile/database.ts';
import { readPayload, startReceiver, type Receiver } from '../receiver.ts';
import { Workplace, type Outcome } from './run-cli.ts';

const workplace = new Workplace();
workplace.file('profile.json', JSON.stringify(exampleProfile()));

/** Twenty right and ten wrong ones of each sex, so that no group is too small to be shown. */
const rows = Array.from({ length: 60 }, (_, i) => ({
  guess: i % 3 === 0 ? 'yes' : 'no',
  truth: 'no',
  sex: i % 2 === 0 ? 'Female' : 'Male',
}));
const csv = `guess,truth,sex\n${rows.map(({ guess, truth, sex }) => `${guess},${truth},${sex}`).join('\n')}\n`;
const jsonLines = rows.map((row) => JSON.stringify(row)).join('\n');

const COLUMNS = ['--prediction', 'guess', '--label', 'truth'];

function push(receiver: Receiver, args: readonly string[], input?: string | Buffer): Promise<Outcome> {
  const url = `${receiver.endpoint}/v1/metrics`;
  return workplace.run(['outcomes', ...args, '--profile', 'profile.json', ...COLUMNS, '--url', url], input);
}

test('every series leaves at zero first, and then the counts', async () => {
  const receiver = await startReceiver();
  const { code, stdout, stderr } = await push(receiver, [workplace.file('o.csv', csv), '--service-name', 'nightly']);
  receiver.close();
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: 'o.csv: 60 counted, 40 right (66.7 %).\n', stderr: '' });
  const readings = receiver.received.map((each) => readPayload(each));
  // Over all, and by sex.
  expect(readings.map(({ sums }) => sums['ml.outcomes'])).toEqual([0, ...Array<number>(10).fill(120)]);
  expect(new Set(readings.map(({ resource }) => resource['service.instance.id'])).size).toBe(1);
  expect(readings[0]?.resource).toMatchObject({ 'service.name': 'nightly' });
  // Features have no place here.
  expect(Object.keys(readings[10]?.sums ?? {}).filter((name) => name.startsWith('ml.feature'))).toEqual([]);
});

test('two pushes are two instances', async () => {
  const receiver = await startReceiver();
  for (const _ of [1, 2]) await push(receiver, [workplace.file('o.csv', csv)]);
  receiver.close();
  const instances = receiver.received.map((each) => readPayload(each).resource['service.instance.id']);
  expect(new Set(instances).size).toBe(2);
});

test('the files that `driftline profile` reads are read', async () => {
  const receiver = await startReceiver();
  const database = await Database.open(workplace.folder);
  await database.run(
    `COPY (SELECT * FROM read_json('${join(workplace.folder, workplace.file('o.jsonl', jsonLines))}'))
       TO '${join(workplace.folder, 'o.parquet')}' (FORMAT parquet)`,
  );
  database.close();
  const results = [
    await push(receiver, ['o.jsonl']),
    await push(receiver, [workplace.file('o.csv.gz', gzipSync(csv))]),
    await push(receiver, ['o.parquet']),
    await push(receiver, ['-'], csv),
    await push(receiver, [workplace.file('semicolons.csv', csv.replaceAll(',', ';')), '--delimiter', ';']),
  ];
  receiver.close();
  expect(results.map(({ code, stderr }) => ({ code, stderr }))).toEqual(results.map(() => ({ code: 0, stderr: '' })));
  for (const { stdout } of results) expect(stdout).toMatch(/: 60 counted, 40 right \(66.7 %\)\.\n$/);
});

test('the column of a group is named, or looked for, or missed with a word', async () => {
  const receiver = await startReceiver();
  const renamed = workplace.file('renamed.csv', csv.replace('sex', 'gender'));
  const named = await push(receiver, [renamed, '--group', 'sex=gender']);
  const missed = await push(receiver, [renamed]);
  receiver.close();
  expect(named).toMatchObject({ code: 0, stderr: '' });
  expect(missed.code).toBe(0);
  expect(missed.stderr).toMatch(/^No column is called sex, .* Name its column with `--group sex=COLUMN`\.\n$/);
});

test.each([
  ['an unknown column', csv.replace('guess', 'other'), [], /--prediction names the column guess, .* choose from other/],
  [
    'an unknown column of a group',
    csv,
    ['--group', 'sex=gender'],
    /--group sex names the column gender, .* choose from/,
  ],
  [
    'an unknown group',
    csv,
    ['--group', 'age'],
    /--group names age, which is no group of profile\.json: choose from sex/,
  ],
  ['no rows', 'guess,truth,sex\n', [], /has a header and no rows: give predictions with their labels/],
  ['a ragged line', `${csv}a,b\n`, [], /Line 62 .* has 2 fields/],
])('refuses %s, and pushes nothing', async (_, content, args, sentence) => {
  const receiver = await startReceiver();
  const { code, stderr } = await push(receiver, [workplace.file('bad.csv', content), ...args]);
  receiver.close();
  expect(stderr).toMatch(sentence);
  expect({ code, pushes: receiver.received.length }).toEqual({ code: 2, pushes: 0 });
});

const bins = (label: string) => ({ class: label, edges: [0.5], counts: [1, 1], threshold: 0.5 });
const { prediction } = exampleProfile();
workplace.file(
  'scored.json',
  JSON.stringify({ ...exampleProfile(), groups: [], prediction: { ...prediction, scoreBins: [bins('yes')] } }),
);
workplace.file(
  'three.json',
  JSON.stringify({
    ...exampleProfile(),
    groups: [],
    prediction: { kind: 'classification', classes: ['no', 'yes', 'maybe'], scoreBins: [bins('yes'), bins('maybe')] },
  }),
);
const SCORED = 'guess,truth,p,q\nyes,yes,0.75,0.1\nno,yes,0.25,0.6\nno,no,,0.2\nyes,no,1.5,0.3\n';

test('a column of scores is counted by bin, and bad scores are said', async () => {
  const receiver = await startReceiver();
  const args = [workplace.file('s.csv', SCORED), '--score', 'p', '--url', `${receiver.endpoint}/v1/metrics`];
  const { code, stdout, stderr } = await workplace.run(['outcomes', ...args, '--profile', 'scored.json', ...COLUMNS]);
  receiver.close();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(
    's.csv: 4 counted, 2 right (50 %), 2 without a probability as score, which AUC and calibration lack.\n',
  );
  const { sums } = readPayload(receiver.received.at(-1) as Receiver['received'][number]);
  expect(sums).toMatchObject({ 'ml.outcome.scores': 2, 'ml.outcome.score.expected': 1, 'ml.outcomes': 4 });
  expect(sums['ml.outcome.score.error.squared']).toBeCloseTo(0.625, 12);
});

test('of more than two classes, the column of each chosen one is named', async () => {
  const receiver = await startReceiver();
  const args = [workplace.file('s.csv', SCORED), '--score-of', 'yes=p', '--score-of', 'maybe=q'];
  const url = ['--url', `${receiver.endpoint}/v1/metrics`];
  const { code } = await workplace.run(['outcomes', ...args, ...url, '--profile', 'three.json', ...COLUMNS]);
  receiver.close();
  const { sums } = readPayload(receiver.received.at(-1) as Receiver['received'][number]);
  expect({ code, scores: sums['ml.outcome.scores'] }).toEqual({ code: 0, scores: 6 });
});

test.each([
  [
    'a profile without bins of scores',
    'profile.json',
    ['--score', 'p'],
    /profile\.json has no bins of scores: build it/,
  ],
  ['a class without bins', 'three.json', ['--score-of', 'no=p'], /--score-of names no, .* choose from yes, maybe\./],
  ['one score of three classes', 'three.json', ['--score', 'p'], /three\.json has 3 classes: .* --score-of yes=COLUMN/],
  [
    'an unknown column',
    'scored.json',
    ['--score', 'z'],
    /--score names the column z, .* choose from guess, truth, p, q/,
  ],
])('refuses %s', async (_, profile, args, sentence) => {
  const file = workplace.file('s.csv', SCORED);
  const { code, stderr } = await workplace.run(['outcomes', file, ...args, '--profile', profile, ...COLUMNS]);
  expect(stderr).toMatch(sentence);
  expect(code).toBe(2);
});

test('outcomes without scores are told that the profile has bins for them', async () => {
  const receiver = await startReceiver();
  const args = [workplace.file('s.csv', SCORED), '--url', `${receiver.endpoint}/v1/metrics`];
  const { code, stderr } = await workplace.run(['outcomes', ...args, '--profile', 'scored.json', ...COLUMNS]);
  receiver.close();
  expect(code).toBe(0);
  expect(stderr).toBe(
    'These outcomes count without scores, so AUC and calibration lack them: name their column with `--score COLUMN`.\n',
  );
});

test('a profile without predictions is refused', async () => {
  const { prediction: _, ...features } = exampleProfile();
  workplace.file('features.json', JSON.stringify(features));
  const file = workplace.file('o.csv', csv);
  const { code, stderr } = await workplace.run(['outcomes', file, '--profile', 'features.json', ...COLUMNS]);
  expect(stderr).toMatch(/^driftline: features\.json knows no classes or numbers that the model predicts/);
  expect(code).toBe(2);
});

test.each<[string, () => number, RegExp]>([
  ['refuses all', () => 400, /^driftline: No outcome was pushed, http:.*\/v1\/metrics does not take it \(status 400/],
  [
    'refuses the counts',
    (
      (calls = 0) =>
      () =>
        calls++ === 0 ? 200 : 400
    )(),
    /does not take it \(status 400.*check the address/,
  ],
])('a receiver that %s is named, with its reason', async (_, status, sentence) => {
  const receiver = await startReceiver(status);
  const { code, stdout, stderr } = await push(receiver, [workplace.file('o.csv', csv)]);
  receiver.close();
  expect(stderr).toMatch(sentence);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

test('a receiver that is off is named, with its reason', async () => {
  const receiver = await startReceiver();
  receiver.close();
  const { code, stderr } = await push(receiver, [workplace.file('o.csv', csv)]);
  expect(stderr).toMatch(
    /^driftline: No outcome was pushed, .* does not take it \(.*ECONNREFUSED.*\): check the address/,
  );
  expect(code).toBe(2);
});
