import { groupRates } from '../../../src/panels/fairness/group-rates.ts';
import { measureFrame } from '../../frames.ts';
import { groupFrame, type GroupRow } from './group-frame.ts';

const MALE: GroupRow = { group: 'Male', value: 0.4, lower: 0.37, upper: 0.43, observations: 900 };
const FEMALE: GroupRow = { group: 'Female', value: 0.2, lower: 0.17, upper: 0.24, observations: 500 };
const of = (rows: readonly GroupRow[], reference = '', limit = 0.8) => groupRates([groupFrame(rows)], reference, limit);

test('groups are compared with the highest rate, the lowest comes first', () => {
  const [sex] = of([MALE, FEMALE]);
  expect(sex?.title).toBe('sex');
  expect(sex?.reference?.group).toBe('Male');
  expect(sex?.groups).toMatchObject([
    {
      group: 'Female',
      rate: 0.2,
      lower: 0.17,
      upper: 0.24,
      observations: 500,
      ratio: 0.5,
      standing: 'certainly below',
    },
    { group: 'Male', isReference: true, ratio: 1, standing: 'fair' },
  ]);
});

test('a reference group that is named', () => {
  const [sex] = of([MALE, FEMALE], 'Female');
  expect(sex?.reference?.group).toBe('Female');
  expect(sex?.groups.map(({ ratio }) => ratio)).toEqual([1, 2]);
  expect(of([MALE, FEMALE], 'Nobody')[0]?.reference?.group).toBe('Male');
});

test('regression: the reference group of the profile counts, whichever rate is the highest', () => {
  const rows = [MALE, FEMALE].map((row) => ({ ...row, reference: 'Female' }));
  expect(of(rows)[0]?.reference?.group).toBe('Female');
  expect(of(rows, 'Male')[0]?.reference?.group).toBe('Male');
  const hidden = [MALE, { ...FEMALE, value: null }].map((row) => ({ ...row, reference: 'Female' }));
  expect(of(hidden)[0]?.reference?.group).toBe('Male');
});

test.each([
  [0.75, 0.85, 'below'],
  [0.75, 0.79, 'certainly below'],
  // The four-fifths rule is met by exactly four fifths.
  [0.8, 0.9, 'fair'],
])('a rate of %d of 1 with an interval up to %d is %s', (value, upper, standing) => {
  const [sex] = of([
    { ...MALE, value: 1 },
    { ...FEMALE, value, upper },
  ]);
  expect(sex?.groups[0]?.standing).toBe(standing);
});

test('a group that is too small is listed last, without a number', () => {
  const [sex] = of([{ group: 'Diverse', value: null }, MALE, FEMALE]);
  expect(sex?.groups.map(({ group, standing }) => [group, standing])).toEqual([
    ['Female', 'certainly below'],
    ['Male', 'fair'],
    ['Diverse', 'unknown'],
  ]);
  expect(sex?.groups[2]).not.toHaveProperty('rate');
});

test('people whose group is not known are no group to compare with', () => {
  const [sex] = of([MALE, { group: 'unknown', value: 0.9, observations: 300 }]);
  expect(sex?.reference?.group).toBe('Male');
  expect(sex?.groups[1]).toMatchObject({ group: 'unknown', standing: 'unknown' });
});

test('attributes are apart, and versions where there are several', () => {
  const titles = of([MALE, { ...MALE, attribute: 'race', group: 'White' }]).map(({ title }) => title);
  expect(titles).toEqual(['sex', 'race']);
  expect(of([MALE, { ...MALE, version: '2' }]).map(({ title }) => title)).toEqual([
    'sex · version 1',
    'sex · version 2',
  ]);
});

test('other frames hold no groups, and a rate of zero is compared with nothing', () => {
  expect(groupRates([measureFrame({ measure: 'psi' }, {}, [1])], '', 0.8)).toEqual([]);
  expect(of([{ ...MALE, value: 0 }])[0]?.groups[0]?.standing).toBe('unknown');
});
