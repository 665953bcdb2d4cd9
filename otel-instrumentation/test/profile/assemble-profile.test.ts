import { assembleProfile } from '../../src/profile/assemble-profile.ts';
import type { ProfileParts } from '../../src/profile/profile-parts.ts';
import type { ProfileRequest } from '../../src/profile/profile-request.ts';
import type { Statistic } from '../../src/profile/statistics.ts';

const one = (column_name: string | null, statistic: Statistic['statistic'], rest: Partial<Statistic>): Statistic => ({
  column_name,
  statistic,
  ...rest,
});

function numeric(
  column: string,
  atMost: Record<string, number>,
  present: number,
  maximum: number,
  { minimum = 0, invalid = 0 }: { minimum?: number; invalid?: number } = {},
): Statistic[] {
  return [
    one(column, 'present', { count: present }),
    one(column, 'missing', { count: 2 }),
    one(column, 'invalid', { count: invalid }),
    one(column, 'outliers', { number: 4, count: 3 }),
    one(column, 'mean', { number: 3 }),
    one(column, 'standard_deviation', { number: 1 }),
    one(column, 'minimum', { number: minimum }),
    one(column, 'maximum', { number: maximum }),
    ...Object.entries(atMost).map(([edge, count]) => one(column, 'at_most', { number: Number(edge), count })),
  ];
}

function categorical(column: string, counts: Record<string, number>): Statistic[] {
  const present = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    one(column, 'present', { count: present }),
    one(column, 'missing', { count: 0 }),
    ...Object.entries(counts).map(([category, count]) => one(column, 'category', { category, count })),
  ];
}

const REQUEST: ProfileRequest = { model: 'm', version: '1', bins: 10, maxCategories: 2 };
const PARTS: ProfileParts = {
  features: [{ name: 'x', kind: 'numeric' }],
  task: 'classification',
  answer: undefined,
  score: undefined,
  scored: [],
  compared: undefined,
  groups: [],
  excluded: [],
};
const ROWS = one(null, 'rows', { count: 12 });

test('bins are the differences of the counts up to each edge, and an edge at the maximum is left out', () => {
  const statistics = [ROWS, ...numeric('x', { 5: 10, 1: 4, 2: 7 }, 10, 5, { invalid: 1 })];
  const { features, rows } = assembleProfile(statistics, REQUEST, PARTS);
  expect(rows).toBe(12);
  expect(features).toEqual([
    expect.objectContaining({
      edges: [1, 2],
      counts: [4, 3, 3],
      missing: 2,
      invalid: 1,
      outliers: { limit: 4, rows: 3 },
    }),
  ]);
});

test('a constant column has one bin, with a warning', () => {
  const warn = jest.fn();
  const statistics = [ROWS, ...numeric('x', { 5: 10 }, 10, 5, { minimum: 5, invalid: 1 })];
  const { features } = assembleProfile(statistics, REQUEST, PARTS, warn);
  expect(features[0]).toMatchObject({ edges: [], counts: [10] });
  expect(warn.mock.calls).toEqual([
    [expect.stringContaining('1 of 11 values of column x are no numbers: they count as invalid')],
    [expect.stringContaining('Column x is constant in the training data')],
  ]);
});

test('the most frequent categories are kept, equal ones by name, the rest and "other" itself are other', () => {
  const parts: ProfileParts = { ...PARTS, features: [{ name: 'c', kind: 'categorical' }] };
  const { features } = assembleProfile([ROWS, ...categorical('c', { other: 9, b: 3, a: 3, z: 5 })], REQUEST, parts);
  expect(features[0]).toMatchObject({ categories: ['z', 'a'], counts: [5, 3], other: 12 });
});

test('a column without a number, and a statistic that is missing, are refused', () => {
  expect(() => assembleProfile([ROWS, ...numeric('x', {}, 0, 0)], REQUEST, PARTS)).toThrow('Column x holds no number');
  expect(() => assembleProfile([ROWS], REQUEST, PARTS)).toThrow('The statistics lack invalid of column x');
});

test('held-out rows without bins of scores to calibrate are refused, and so is a result without them', () => {
  const parts: ProfileParts = { ...PARTS, answer: 'c', score: 'p', scored: [{ column: 'p' }] };
  const statistics = [
    ...[
      ROWS,
      ...numeric('x', { 1: 4 }, 10, 5),
      ...numeric('p', { 0.5: 4 }, 10, 1),
      ...categorical('c', { no: 6, yes: 4 }),
    ],
    one('p', 'score', { number: 0.5, count: 10 }),
  ];
  const request: ProfileRequest = { ...REQUEST, label: 'c', score: 'p', calibrateOn: ['v.csv'] };
  expect(() => assembleProfile(statistics, request, parts)).toThrow(
    '--calibrate-on has no bins of scores to calibrate: give probabilities with --score and the class',
  );
  expect(() => assembleProfile(statistics, { ...request, favorable: 'yes' }, parts)).toThrow(
    'The statistics lack held_out of column p: use the SQL of the same options',
  );
});

describe('groups', () => {
  const parts: ProfileParts = { ...PARTS, groups: [{ name: 'sex', of: ['sex'] }] };
  const built = (counts: Readonly<Record<string, number>>, request: Partial<ProfileRequest> = {}) => {
    const warnings: string[] = [];
    const statistics = [ROWS, ...numeric('x', { 1: 4 }, 10, 5), ...categorical('sex', counts)];
    const { groups } = assembleProfile(statistics, { ...REQUEST, ...request }, parts, (each) => warnings.push(each));
    return { groups, warnings };
  };

  test('keep the most frequent values with their rows, and a privileged one has to be among them all', () => {
    const { groups, warnings } = built({ F: 30, M: 70 }, { privileged: { sex: 'M' } });
    expect(groups).toEqual([
      { attribute: 'sex', values: ['M', 'F'], counts: [70, 30], minimumSize: 10, labels: 'number', privileged: 'M' },
    ]);
    expect(warnings).toEqual([]);
    expect(() => built({ F: 30, M: 70 }, { privileged: { sex: 'X' } })).toThrow(
      '--privileged is sex=X, which is no group of the data: choose from M, F.',
    );
  });

  test('that are small in training are not listed, and named', () => {
    const { groups, warnings } = built({ F: 10, M: 70, X: 9 });
    expect(groups).toMatchObject([{ values: ['M', 'F'], counts: [70, 10] }]);
    expect(warnings).toEqual(['Group sex=X has 9 training rows, fewer than 10: it is counted in other.']);
    expect(built({ F: 10, M: 70, X: 9 }, { minimumGroupSize: 9, maxCategories: 3 }).groups).toMatchObject([
      { values: ['M', 'F', 'X'], minimumSize: 9 },
    ]);
    expect(() => built({ F: 10, M: 70, X: 9 }, { privileged: { sex: 'X' } })).toThrow(
      '--privileged is sex=X, which has 9 training rows, fewer than 10: choose from M, F, or lower --minimum-group-size.',
    );
  });

  test('that are called like people without a known group are counted with them', () => {
    const { groups, warnings } = built({ F: 30, other: 40, missing: 20 });
    expect(groups).toMatchObject([{ values: ['F'] }]);
    expect(warnings).toEqual([
      expect.stringContaining('Group sex=other is called like the people whose group is not known'),
      expect.stringContaining('Group sex=missing is called like'),
    ]);
  });

  test('that are all small are refused', () => {
    expect(() => built({ F: 3, M: 7 })).toThrow('No group of sex has 10 training rows');
  });
});
