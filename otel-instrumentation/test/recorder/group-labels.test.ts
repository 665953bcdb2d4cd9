import { GroupLabels } from '../../src/recorder/group-labels.ts';

const SEX = { attribute: 'sex', values: ['Female', 'Male'] };

test('a group is found by its attribute; one that is not listed is apart from one that is missing', () => {
  const sex = new GroupLabels(SEX, 10);
  expect(sex.attributes).toEqual(['sex']);
  expect(sex.values.labels).toEqual(['Female', 'Male', 'missing', 'other']);
  expect([{ sex: 'Male' }, { sex: 'X' }].map((row) => sex.indexIn(row))).toEqual([1, 3]);
  const nothing = [{ sex: '' }, { sex: null }, { sex: undefined }, { sex: NaN }, {}, null];
  expect(nothing.map((row) => sex.indexIn(row))).toEqual(nothing.map(() => 2));
});

test('an intersection is found by all of its attributes', () => {
  const both = new GroupLabels({ attribute: 'sex & race', of: ['sex', 'race'], values: ['Female & Black'] }, 10);
  expect(both.attributes).toEqual(['sex', 'race']);
  expect(both.indexIn({ sex: 'Female', race: 'Black' })).toBe(0);
  expect(both.indexIn({ sex: 'Female' })).toBe(both.values.labels.indexOf('missing'));
  expect(both.indexIn({ sex: 'Female', race: 'X' })).toBe(both.values.labels.indexOf('other'));
});

test('beyond the limit a group is `other`', () => {
  const sex = new GroupLabels({ ...SEX, privileged: 'Male' }, 1);
  expect(sex.values.labels).toEqual(['Female', 'missing', 'other']);
  expect(sex.privileged).toBeUndefined();
});

test('a group that is small in training is `other`, by the larger of both limits', () => {
  const reference = { attribute: 'sex', values: ['F', 'M', 'X'], counts: [70, 30, 6] };
  expect(new GroupLabels(reference, 10, 10).values.labels).toEqual(['F', 'M', 'missing', 'other']);
  expect(new GroupLabels({ ...reference, minimumSize: 50 }, 10, 10)).toMatchObject({
    minimumSize: 50,
    values: { labels: ['F', 'missing', 'other'] },
  });
});

test('a group that is called like one of the others is counted with them', () => {
  const sex = new GroupLabels({ attribute: 'sex', values: ['Female', 'other', 'missing'] }, 10);
  expect(sex.values.labels).toEqual(['Female', 'missing', 'other']);
  expect(sex.indexIn({ sex: 'other' })).toBe(2);
});

test('groups are found in any type; marks and unreadable values are no group', () => {
  const member = new GroupLabels({ attribute: 'member', values: ['0', '1'] }, 10, 0, ['-999']);
  expect([true, 'False', 1n, '1.0', 0].map((value) => member.indexIn({ member: value }))).toEqual([1, 0, 1, 1, 0]);
  expect([-999, '-999', ' ', {}, 2].map((value) => member.indexIn({ member: value }))).toEqual([2, 2, 2, 3, 3]);
});

test('the parts of an intersection are found in any type', () => {
  const values = ['1 & true', '2 & false'];
  const both = new GroupLabels({ attribute: 'tier & paid', of: ['tier', 'paid'], values }, 10);
  const rows = [
    { tier: 1, paid: 'True' },
    { tier: '2.0', paid: 0 },
    { tier: 2, paid: ' ' },
    { tier: 3, paid: true },
  ];
  expect(rows.map((row) => both.indexIn(row))).toEqual([0, 1, 2, 3]);
});
