import { groupRows } from '../../../../src/pages/model/fairness/fairness-rows.ts';
import { madeUpRow } from '../../made-up-rows.ts';

const rate = (group: string, value: number) =>
  madeUpRow({ measure: 'selection-rate', attribute: 'sex', group, value, observations: 500 });

test('groups are held against four fifths of the reference group, and small ones are withheld last', () => {
  const impact = madeUpRow({
    measure: 'disparate-impact',
    attribute: 'sex',
    group: 'Female',
    value: 0.6,
    critical: 0.8,
  });
  const rows = groupRows([rate('Male', 0.3), rate('other', NaN), rate('Female', 0.18)], [impact], 'sex');
  expect(
    rows.map(({ rate: { group }, level, isReference, impact: value }) => [group, level, isReference, value]),
  ).toEqual([
    ['Female', 'critical', false, 0.6],
    ['Male', 'noted', true, NaN],
    ['other', 'unknown', false, NaN],
  ]);
  expect(rows[0]?.fourFifths).toBeCloseTo(0.24, 10);
});

test('regression: the reference group is that of the profile, whichever rate is the highest and whatever it is', () => {
  const rows = (female: number) =>
    groupRows(
      [rate('Male', 0.3), rate('Female', female)].map((row) => ({ ...row, reference: 'Female' })),
      [],
      'sex',
    ).map(({ rate: { group }, isReference, fourFifths }) => [group, isReference, fourFifths]);
  expect(rows(0.2)).toEqual([
    ['Female', true, expect.closeTo(0.16, 10)],
    ['Male', false, expect.closeTo(0.16, 10)],
  ]);
  expect(rows(NaN)).toEqual([
    ['Male', false, NaN],
    ['Female', true, NaN],
  ]);
});

test('only the groups of the attribute', () => {
  expect(groupRows([rate('Male', 0.3)], [], 'age')).toEqual([]);
});
