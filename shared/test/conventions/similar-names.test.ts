import { likelyName, similarNames } from '../../src/conventions/similar-names.ts';

test.each([
  ['Age', 'age'],
  ['hoursPerWeek', 'hours_per_week'],
  ['HOURS PER WEEK', 'hours-per-week'],
  ['capital.gain', 'capital-gain'],
  ['Größe', 'größe'],
  ['ＡＧＥ', 'age'],
])('%s is likely %s', (passed, inProfile) => {
  expect(similarNames([passed], ['other', inProfile])).toEqual([{ passed, inProfile }]);
});

test.each(['ages', 'hours', '__', ''])('%j is no other spelling', (passed) => {
  expect(similarNames([passed], ['age', 'hours_per_week', '_'])).toEqual([]);
});

test.each([
  ['wrok', 'work'],
  ['Work', 'work'],
  ['hours-per-wek', 'hours_per_week'],
  ['hours_prr_weak', 'hours_per_week'],
  ['wind', undefined],
  ['ag', undefined],
])('%s is likely %s', (name, likely) => {
  expect(likelyName(name, ['age', 'work', 'hours_per_week'])).toBe(likely);
});
