import fc from 'fast-check';
import { binIndex, binLabels, featureBins } from '../../src/profile/bins.ts';
import { exampleProfile } from './example-profile.ts';

test('labels are the intervals as text', () => {
  expect(binLabels([25, 35.5, 61])).toEqual(['≤25', '(25, 35.5]', '(35.5, 61]', '>61']);
  expect(binLabels([0])).toEqual(['≤0', '>0']);
  expect(binLabels([])).toEqual(['all']);
});

test.each([
  [-Infinity, 0],
  [25, 0],
  [25.0001, 1],
  [61, 2],
  [62, 3],
])('%d falls into bin %d', (value, bin) => {
  expect(binIndex([25, 35.5, 61], value)).toBe(bin);
});

test('the bin is the number of edges below the value', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.double({ noNaN: true })), fc.double({ noNaN: true }), (edges, value) => {
      edges.sort((a, b) => a - b);
      expect(binIndex(edges, value)).toBe(edges.filter((edge) => value > edge).length);
    }),
  );
});

test('shares are of the rows in which the feature was there', () => {
  const [age, workclass] = exampleProfile().features.map(featureBins);
  expect(age).toEqual([
    { label: '≤25', ratio: 0.125 },
    { label: '(25, 35.5]', ratio: 0.25 },
    { label: '(35.5, 61]', ratio: 0.375 },
    { label: '>61', ratio: 0.25 },
  ]);
  expect(workclass).toEqual([
    { label: 'Private', ratio: 0.6 },
    { label: 'State-gov', ratio: 0.3 },
    { label: 'other', ratio: 0.1 },
  ]);
});
