import fc from 'fast-check';
import { binIndex, binLabels, featureBins, predictionBins } from '../../src/profile/bins.ts';
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
    { label: '≤25', count: 10, ratio: 0.125 },
    { label: '(25, 35.5]', count: 20, ratio: 0.25 },
    { label: '(35.5, 61]', count: 30, ratio: 0.375 },
    { label: '>61', count: 20, ratio: 0.25 },
  ]);
  expect(workclass).toEqual([
    { label: 'Private', count: 60, ratio: 0.6 },
    { label: 'State-gov', count: 30, ratio: 0.3 },
    { label: 'other', count: 10, ratio: 0.1 },
  ]);
});

describe('bins of what a model answers', () => {
  const classification = { kind: 'classification' as const, classes: ['a', 'b', 'c'], counts: [6, 3, 1] };
  const score = { edges: [0.5], counts: [3, 1], mean: 0.4, standardDeviation: 0.2, minimum: 0, maximum: 1 };

  test('are the classes and other', () => {
    expect(predictionBins(classification).map(({ label, ratio }) => [label, ratio])).toEqual([
      ['a', 0.6],
      ['b', 0.3],
      ['c', 0.1],
      ['other', 0],
    ]);
  });

  test('put classes beyond the limit into other', () => {
    expect(predictionBins(classification, 1).map(({ label, ratio }) => [label, ratio])).toEqual([
      ['a', 0.6],
      ['other', 0.4],
    ]);
  });

  test('are those of the score where there is one', () => {
    const expected = [
      { label: '≤0.5', count: 3, ratio: 0.75 },
      { label: '>0.5', count: 1, ratio: 0.25 },
    ];
    expect(predictionBins({ ...classification, score })).toEqual(expected);
    expect(predictionBins({ kind: 'regression', score })).toEqual(expected);
  });

  test('have no ratio where the profile counted no classes', () => {
    expect(predictionBins({ kind: 'classification', classes: ['a'] })).toEqual([{ label: 'a' }, { label: 'other' }]);
  });
});
