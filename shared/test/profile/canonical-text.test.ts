import { canonicalText } from '../../src/profile/canonical-text.ts';

const number = (value: unknown) => canonicalText(value, 'number');
const verbatim = (value: unknown) => canonicalText(value, 'verbatim');

test.each<[string, readonly unknown[]]>([
  ['1', [1, 1.0, 1n, '1', '1.0', ' 1 ', '1e0', '+1', '1.', '0.1e1', '10e-1', '\t1\n']],
  ['0', [0, -0, 0n, '-0', '0.0', '-0.00', '+0', '.0', '0e5', '0e-9']],
  ['-12.5', [-12.5, '-12.50', '-1.25e1', ' -12.5 ']],
  ['0.1', [0.1, '.1', '0.10', '1e-1', '0.1000000000000000055511151231257827']],
  ['1e-7', [1e-7, '0.0000001', '1E-07']],
  ['9007199254740993', [9_007_199_254_740_993n, '9007199254740993', '9007199254740993.0', '9007199254740.993e3']],
  ['9007199254740992', [2 ** 53, '9007199254740992']],
  ['-1152921504606846976', [-(2 ** 60), -(2n ** 60n)]],
  ['10000000000000000000000', [1e22, 10n ** 22n, '1e22', '1E+22']],
  ['1e+300', [1e300, '1e300', '1.0E+300']],
  ['true', [true, 'true', 'True', 'TRUE', ' true ']],
  ['false', [false, 'false', 'False', 'FALSE']],
  [
    '2024-01-31',
    [
      new Date('2024-01-31'),
      '2024-01-31',
      '2024-01-31T00:00:00Z',
      '2024-01-31T00:00:00.000Z',
      '2024-01-31 00:00:00',
      '2024-01-31 00:00:00+00',
      '2024-01-31T02:00+02:00',
      '2024-01-30 22:00:00-0200',
    ],
  ],
  [
    '2024-01-31T10:20:30Z',
    [new Date(Date.UTC(2024, 0, 31, 10, 20, 30)), '2024-01-31 10:20:30', '2024-01-31T10:20:30.000Z'],
  ],
  ['2024-01-31T10:20:30.25Z', [new Date(Date.UTC(2024, 0, 31, 10, 20, 30, 250)), '2024-01-31T12:20:30.250000+02:00']],
  ['a b', ['a b', ' a b ', '\u00a0a b\u00a0']],
])('%p is the label of all of %p', (label, values) => {
  expect(values.map(number)).toEqual(values.map(() => label));
});

test.each(['1_000', '0x10', '1,5', '08:00', '2024-02-30', '2024-01-31T24:00', '1e', 'Infinity', '1e400', 'NA', 'yes'])(
  '%p is a text like any other',
  (text) => {
    expect(number(text)).toBe(text);
  },
);

test('verbatim texts are as they are written, and other values as their text', () => {
  const texts = ['007', '7', '1.0', 'True', '2024-01-31 00:00:00'];
  expect(texts.map(verbatim)).toEqual(texts);
  expect([' 007 ', 7, 7n, true, new Date(0)].map(verbatim)).toEqual(['007', '7', '7', 'true', '1970-01-01']);
});

test.each([null, undefined, NaN, '', ' \n', 'nan', 'NaN', new Date(NaN)])('%p is missing', (value) => {
  expect([number(value), verbatim(value)]).toEqual(['', '']);
});

test.each([Infinity, -Infinity, {}, [1], () => 1, Symbol('x'), 10n ** 400n, Object(1)])('%p has no label', (value) => {
  expect([number(value), verbatim(value)]).toEqual([undefined, undefined]);
});

test('an object is not asked for anything', () => {
  const asked = jest.fn();
  const trap = new Proxy({}, { get: asked, getPrototypeOf: asked, has: asked });
  expect(number(trap)).toBeUndefined();
  expect(asked).not.toHaveBeenCalled();
});

test('long digits, exponents and near misses take no time worth speaking of', () => {
  expect(number(`${'1'.repeat(100_000)}x`)).toHaveLength(100_001);
  expect(number(`1e${'9'.repeat(300)}`)).toHaveLength(302);
  expect(number(`1e-${'9'.repeat(300)}`)).toBe('0');
});
