import { GroupLabels } from '../../src/recorder/group-labels.ts';

test('a group is found by its attribute', () => {
  const sex = new GroupLabels({ attribute: 'sex', values: ['Female', 'Male'] }, 10);
  expect(sex.attributes).toEqual(['sex']);
  expect([{ sex: 'Male' }, { sex: 'X' }, {}, null].map((row) => sex.indexIn(row))).toEqual([1, 2, 2, 2]);
});

test('an intersection is found by all of its attributes', () => {
  const both = new GroupLabels({ attribute: 'sex & race', of: ['sex', 'race'], values: ['Female & Black'] }, 10);
  expect(both.attributes).toEqual(['sex', 'race']);
  expect(both.indexIn({ sex: 'Female', race: 'Black' })).toBe(0);
  expect(both.indexIn({ sex: 'Female' })).toBe(1);
});

test('beyond the limit a group is `other`', () => {
  const sex = new GroupLabels({ attribute: 'sex', values: ['Female', 'Male'] }, 1);
  expect(sex.values.labels).toEqual(['Female', 'other']);
});
