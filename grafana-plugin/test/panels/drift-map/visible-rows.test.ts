import { topRow, visibleRows } from '../../../src/panels/drift-map/visible-rows.ts';

test('what is drawn moves by whole blocks of rows', () => {
  expect([0, 111, 112, 500].map((scrolled) => topRow(scrolled, 14))).toEqual([0, 0, 8, 32]);
});

test.each<[string, number, number, number, [number, number]]>([
  ['a map that is seen whole', 0, 10, 10, [0, 10]],
  ['the start of a long one', 0, 20, 5000, [0, 36]],
  ['its middle', 2400, 20, 5000, [2392, 2436]],
  ['its end', 4976, 20, 5000, [4968, 5000]],
  ['one that has become shorter than it was scrolled', 4976, 20, 30, [10, 30]],
])('the rows of %s and some beyond', (_, top, inView, count, [first, end]) => {
  expect(visibleRows(top, inView, count)).toEqual({ first, end });
});
