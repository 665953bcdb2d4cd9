import fc from 'fast-check';
import { canonicalText } from '../../src/profile/canonical-text.ts';
import { LabelMatcher, NO_MATCH } from '../../src/profile/label-matcher.ts';

const { unknown, missing, invalid } = NO_MATCH;
const indexes = (matcher: LabelMatcher, values: readonly unknown[]) => values.map((value) => matcher.indexOf(value));

test('values of any type are found by their label', () => {
  const matcher = new LabelMatcher(['1', '2.5', 'true', '2024-01-31', 'x']);
  expect(indexes(matcher, [1, 1n, '1.0', 2.5, ' +2.50', true, 'TRUE', new Date('2024-01-31'), ' x ', -1])).toEqual([
    0,
    0,
    0,
    1,
    1,
    2,
    2,
    3,
    4,
    unknown,
  ]);
  expect(indexes(matcher, [null, undefined, NaN, '', ' '])).toEqual(Array.from({ length: 5 }, () => missing));
  expect(indexes(matcher, [Infinity, {}, Symbol('x')])).toEqual([invalid, invalid, invalid]);
});

test('truth values are 0 and 1 where these are the only labels, and the other way round', () => {
  const digits = new LabelMatcher(['1', '0']);
  expect(indexes(digits, [true, 'True', 1, false, 'FALSE', '0.0', 0n])).toEqual([0, 0, 0, 1, 1, 1, 1]);
  const words = new LabelMatcher(['False', 'True']);
  expect(indexes(words, [0, '0', false, 'false', 1.0, 1n, '1', true])).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  const one = new LabelMatcher(['1']);
  expect(indexes(one, [true, false])).toEqual([0, unknown]);
});

test('with other labels beside them truth values are not 0 and 1', () => {
  expect(indexes(new LabelMatcher(['0', '1', '2']), [true, 'true', false])).toEqual([unknown, unknown, unknown]);
  expect(indexes(new LabelMatcher(['0', '1'], { more: true }), [true, 1])).toEqual([unknown, 1]);
  expect(indexes(new LabelMatcher(['true', '1']), [true, 1])).toEqual([0, 1]);
});

test('without a mode, labels that would be one are read as they are written', () => {
  const codes = new LabelMatcher(['007', '7', '1.0']);
  expect(codes.mode).toBe('verbatim');
  expect(indexes(codes, ['007', '7', 7, ' 007 ', '1'])).toEqual([0, 1, 1, 0, unknown]);
  expect(indexes(new LabelMatcher(['1.0', '2.0']), [1, '2', '1.0'])).toEqual([0, 1, 0]);
});

test('verbatim labels know truth values, as they are no texts', () => {
  expect(indexes(new LabelMatcher(['True', 'False', '01'], { mode: 'verbatim' }), [true, 'true', 1])).toEqual([
    0,
    unknown,
    unknown,
  ]);
});

test('marks are missing, unless they are a label', () => {
  const matcher = new LabelMatcher(['1', 'x'], { missing: ['-999', ' ? ', 'x'] });
  expect(indexes(matcher, [-999, '-999.0', -999n, '?', 'x', 'y'])).toEqual([
    ...[missing, missing, missing, missing],
    1,
    unknown,
  ]);
  expect(indexes(new LabelMatcher(['00', '0'], { mode: 'verbatim', missing: ['000'] }), [0, '000'])).toEqual([
    1,
    missing,
  ]);
});

test('large numbers are found in full and as JavaScript writes them', () => {
  const value = 72_293_054_294_662_176;
  const full = String(BigInt(value));
  expect(String(value)).not.toBe(full);
  expect(new LabelMatcher([full]).indexOf(value)).toBe(0);
  expect(new LabelMatcher([canonicalText(String(value), 'number') ?? '']).indexOf(value)).toBe(0);
  expect(new LabelMatcher([String(value), full]).indexOf(BigInt(value))).toBe(1);
});

test('a number is found where its text is, as JavaScript writes it or in full', () => {
  const textsOf = [
    (value: number) => canonicalText(String(value), 'number'),
    (value: number) => canonicalText(value, 'number'),
  ];
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.oneof(fc.double({ noDefaultInfinity: true, noNaN: true }), fc.integer())),
      fc.constantFrom(...textsOf),
      (values, textOf) => {
        const labels = [...new Set(values.map((value) => textOf(value) ?? ''))];
        const matcher = new LabelMatcher(labels, { more: true });
        for (const value of values) {
          const found = matcher.labelOf(value);
          expect(Number(found)).toBe(value + 0);
          expect(matcher.labelOf(textOf(value))).toBe(textOf(value));
        }
      },
    ),
  );
});
