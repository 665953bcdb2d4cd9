import { BoundedLabels } from '../../src/recorder/bounded-labels.ts';

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
  expect(new BoundedLabels(['no']).indexOf({ toString })).toBe(1);
  expect(toString).not.toHaveBeenCalled();
});

test('beyond the limit a value is known and has the label `other`, whatever its type', () => {
  const labels = new BoundedLabels(['0', '1', '2'], { limit: 1 });
  expect(labels.labels).toEqual(['0', 'other']);
  expect([0, '1.0', 2n, 3].map((value) => labels.knownIndexOf(value))).toEqual([0, 1, 2, -1]);
  expect([0, '1.0', 2n, 3].map((value) => labels.indexOf(value))).toEqual([0, 1, 1, 1]);
});
