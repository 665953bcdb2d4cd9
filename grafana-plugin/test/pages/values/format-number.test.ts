import {
  formatCount,
  formatDifference,
  formatNumber,
  PREDICTIONS_PER_SECOND,
} from '../../../src/pages/values/format-number.ts';

test.each<[number | undefined, string | undefined, string]>([
  [0.30812, undefined, '0.308'],
  [0.25, undefined, '0.25'],
  [0.00000346, undefined, '< 0.001'],
  [-0.0002, undefined, '> −0.001'],
  [0, undefined, '0'],
  [1e-18, undefined, '0'],
  [1234.5, undefined, '1,230'],
  [12_345_678, undefined, '12.3M'],
  [0.0905, 'percentunit', '9.05 %'],
  [0.00001, 'percentunit', '< 0.01 %'],
  [0, 'percentunit', '0 %'],
  [0.0472, 's', '47.2 ms'],
  [0.00002, 's', '20 µs'],
  [0, 's', '0 s'],
  [1.5, 's', '1.5 s'],
  [300, 's', '5 min'],
  [212.4, PREDICTIONS_PER_SECOND, '212/s'],
  [NaN, PREDICTIONS_PER_SECOND, '–'],
  [undefined, undefined, '–'],
  [Infinity, undefined, '–'],
])('%p of unit %p reads %p', (value, unit, text) => {
  expect(formatNumber(value, unit)).toBe(text);
});

test('counts are whole', () => {
  expect([28_742.4, NaN, undefined].map(formatCount)).toEqual(['28,742', '–', '–']);
});

test('differences have a sign, and those of shares are points', () => {
  expect([formatDifference(-0.0612, 'percentunit'), formatDifference(0.5), formatDifference(0)]).toEqual([
    '−6.12 pt',
    '+0.5',
    '0',
  ]);
});
