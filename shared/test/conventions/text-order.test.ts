import fc from 'fast-check';
import { compareText } from '../../src/conventions/text-order.ts';

test('texts go by code unit, whatever a locale makes of them', () => {
  expect(['b', 'ä', 'a', 'B', 'a10', 'a9', ''].sort(compareText)).toEqual(['', 'B', 'a', 'a10', 'a9', 'b', 'ä']);
});

test('is the order that `sort` has by itself', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      expect([...texts].sort(compareText)).toEqual([...texts].sort());
    }),
  );
});
