import fc from 'fast-check';
import { leNumber, lePattern } from '../../src/distributions/le-pattern.ts';

const matches = (bound: number, text: string): boolean => new RegExp(`^(?:${lePattern(bound)})$`).test(text);

test.each([
  [1, ['1', '1.0', '1e+00']],
  [0.005, ['0.005', '5e-03']],
  [1e6, ['1000000', '1000000.0', '1e+06']],
  [2.5e9, ['2500000000', '2.5e+09']],
  [-10, ['-10', '-10.0', '-1e+01']],
  [Infinity, ['+Inf', 'Inf']],
])('%d is found however it is written', (bound, texts) => {
  for (const text of texts) expect([text, matches(bound, text)]).toEqual([text, true]);
  for (const text of texts) expect(leNumber(text)).toBe(bound);
});

test.each([
  [1, '10'],
  [1, '1x0'],
  [0.1, '0x1'],
  [10, '1'],
  [Infinity, '-Inf'],
])('%d is not %s', (bound, text) => {
  expect(matches(bound, text)).toBe(false);
});

test('the number of whatever matches is the bound', () => {
  const bound = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(bound, bound, (one, other) => {
      expect(matches(one, String(one))).toBe(true);
      expect(matches(one, String(other))).toBe(Number(String(one)) === Number(String(other)));
    }),
  );
});
