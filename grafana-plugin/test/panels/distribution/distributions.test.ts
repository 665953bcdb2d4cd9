import { distributions } from '../../../src/panels/distribution/distributions.ts';
import { distributionFrame, measureFrame } from '../../frames.ts';

const LIMITS = { side: 'above', warning: 0.1, critical: 0.25 };
const age = (value: number, custom: object = {}) =>
  distributionFrame(
    'age',
    {
      'Training data': [0.75, 0.25],
      'Training data count': [750, 250],
      Live: [0.5, 0.5],
      'Live count': [100, 100],
      Contribution: [0.01, 0.17],
    },
    { baseline: 'Training data', value, observations: 200, criticalValue: 0.02, limits: LIMITS, ...custom },
  );

test('one frame holds both sides, the contributions and the value', () => {
  const [only, ...others] = distributions([age(0.18)]);
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    name: 'age',
    bins: [
      { label: '≤25', text: '≤25', contribution: 0.01 },
      { label: '>25', contribution: 0.17 },
    ],
    measure: 'psi',
    value: 0.18,
    criticalValue: 0.02,
    observations: 200,
    limits: LIMITS,
  });
  expect(only?.sides.map(({ name, role }) => [name, role])).toEqual([
    ['Training data', 'baseline'],
    ['Live', 'live'],
  ]);
  expect(only?.sides[1]?.shares.get('>25')).toBe(0.5);
  expect(only?.sides[0]?.counts.get('≤25')).toBe(750);
});

test('a second query adds its baseline; the live side is the same and stands once', () => {
  const lastWeek = distributionFrame(
    'age',
    { '1w earlier': [0.7, 0.2], Live: [0.5, 0.5] },
    { baseline: '1w earlier', value: 0.9 },
    ['≤25', '>30'],
  );
  const [only] = distributions([age(0.18), lastWeek]);
  expect(only?.sides.map(({ name }) => name)).toEqual(['Training data', '1w earlier', 'Live']);
  expect(only?.bins.map(({ label }) => label)).toEqual(['≤25', '>25', '>30']);
  expect(only?.value).toBe(0.18);
});

test('two windows of the live side are told apart', () => {
  const hour = distributionFrame('age', { Live: [0.6, 0.4] }, { window: '1h' });
  expect(distributions([age(0.18), hour])[0]?.sides.map(({ name }) => name)).toEqual([
    'Training data',
    'Live 5m',
    'Live 1h',
  ]);
});

test('the most drifted comes first, by the worse side of the measure', () => {
  const of = (name: string, value: number, side: string) =>
    distributionFrame(name, { Live: [1, 0] }, { value, limits: { side, critical: 0.5 } });
  const names = (side: string) => distributions([of('a', 0.1, side), of('b', 0.9, side)]).map(({ name }) => name);
  expect(names('above')).toEqual(['b', 'a']);
  expect(names('below')).toEqual(['a', 'b']);
});

test('without a baseline there is the live side alone', () => {
  const [only] = distributions([distributionFrame('age', { Live: [0.5, 0.5] })]);
  expect(only?.sides).toHaveLength(1);
  expect(only?.value).toBeUndefined();
});

test('a side that the legend hides says so', () => {
  const frame = age(0.1);
  const fields = frame.fields.map((field) =>
    field.name === 'Live' ? { ...field, config: { ...field.config, custom: { hideFrom: { viz: true } } } } : field,
  );
  expect(distributions([{ ...frame, fields }])[0]?.sides.map(({ isHidden }) => isHidden)).toEqual([false, true]);
});

test('other frames make no distribution', () => {
  expect(distributions([])).toEqual([]);
  expect(distributions([measureFrame({ measure: 'psi', show: 'value' }, {}, [1])])).toEqual([]);
});
