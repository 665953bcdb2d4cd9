import { rowLabel } from '../../../src/panels/drift-map/row-label.ts';

test.each([
  ['age', 'age', ''],
  ['age (version 1.4.0)', 'age', ' 1.4.0'],
  ['age (income, version 1.4.0)', 'age', ' income, 1.4.0'],
  ['account_balance_30d', 'account_bala', 'nce_30d'],
  ['😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀', '😀😀😀😀😀😀😀😀', '😀😀😀😀😀😀😀'],
  [
    '\u05d2\u05d9\u05dc \u05e9\u05dc \u05d4\u05dc\u05e7\u05d5\u05d7 \u05d4\u05d7\u05d3\u05e9',
    '\u05d2\u05d9\u05dc \u05e9\u05dc \u05d4\u05dc\u05e7\u05d5\u05d7 \u05d4\u05d7\u05d3\u05e9',
    '',
  ],
])('%s ends in what tells it from others', (name, start, end) => {
  expect(rowLabel(name)).toEqual({ start, end });
});
