import { BoundedLabels, textOf } from '../../src/recorder/bounded-labels.ts';

test('known labels keep their place, everything else is the last one', () => {
  const labels = new BoundedLabels(['no', '7', 'true']);
  expect(labels.labels).toEqual(['no', '7', 'true', 'other']);
  expect(['no', 7, true, 'yes', null, {}].map((value) => labels.indexOf(value))).toEqual([0, 1, 2, 3, 3, 3]);
});

test('a list that has `other` gets no second one', () => {
  const labels = new BoundedLabels(['other', 'no']);
  expect(labels.labels).toEqual(['other', 'no']);
  expect(labels.indexOf('unknown')).toBe(0);
});

test('an object is not asked for its text', () => {
  const toString = jest.fn(() => 'no');
  expect(textOf({ toString })).toBe('other');
  expect(toString).not.toHaveBeenCalled();
});
