import { Scope } from '../../src/doctor/scope.ts';

test('series are selected by name or pattern, and of all models unless one is named', () => {
  expect(new Scope('5m').select('ml_reference_rows')).toBe('ml_reference_rows{}');
  expect(new Scope('5m').select('a|b', 'c="d"')).toBe('{__name__=~"a|b",c="d"}');
});

test('the name of a model cannot leave its quotes', () => {
  expect(new Scope('5m', 'a"} or vector(1) # \\\n').select('up')).toBe(
    String.raw`up{ml_model_name="a\"} or vector(1) # \\\n"}`,
  );
});

test('parts and multiples of a window are at least a second', () => {
  const scope = new Scope('5m');
  expect([scope.times(4), scope.times(0.1), new Scope('1s').times(0.1)]).toEqual(['1200s', '30s', '1s']);
});
