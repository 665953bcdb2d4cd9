import { literalQuery } from '../../src/datasource/literal-query.ts';
import { templatesOf } from './templates.ts';

const QUERY = { refId: 'A', measure: 'psi', window: '1h' };
const VARIABLES = templatesOf({ model: ['income', 'demand'], version: ['1', '2'], one: 'age', none: '' }, ['version']);

test('variables become lists of their values, and what is written stays', () => {
  const where = { model: ['$model'], feature: ['${one}', 'sex'] };
  expect(literalQuery({ ...QUERY, where }, VARIABLES)).toEqual({
    ...QUERY,
    where: { model: ['income', 'demand'], feature: ['age', 'sex'] },
  });
});

test.each(['$version', '${version}', '${version:csv}', '[[version]]'])(
  '%s, where all is chosen, narrows nothing: a rule watches what comes later too',
  (version) => {
    expect(literalQuery({ ...QUERY, where: { version: [version] } }, VARIABLES).where).toEqual({ version: [] });
  },
);

test('a panel that repeats over a variable has one of its values', () => {
  const scopedVars = { version: { text: '2', value: '2' } };
  expect(literalQuery({ ...QUERY, where: { version: ['$version'] } }, VARIABLES, scopedVars).where).toEqual({
    version: ['2'],
  });
});

test.each(['$__rate_interval', '${__range}'])('the window %s is left to the rule', (window) => {
  expect(literalQuery({ ...QUERY, window }, VARIABLES)).not.toHaveProperty('window');
});

test('ad hoc filters narrow the query', () => {
  const filters = [{ key: 'model', operator: '=', value: 'demand' }];
  expect(literalQuery({ ...QUERY, where: { model: ['$model'] } }, VARIABLES, {}, filters).where).toEqual({
    model: ['demand'],
  });
});

test.each([
  [{ where: { model: ['$absent'] } }, '$absent'],
  [{ where: { model: ['$none'] } }, '$none'],
  [{ window: '${absent}' }, '${absent}'],
  [{ labelFilters: [{ label: 'team', operator: '=', value: '$absent' }] } as const, '$absent'],
  [{ of: { kind: 'histogram', selector: 'latency{job="$absent"}', edges: [1, 2], by: [] } as const }, '$absent'],
])('%j is refused: a rule has no variables', (fields, name) => {
  expect(() => literalQuery({ ...QUERY, ...fields }, VARIABLES)).toThrow(`The variable ${name} has no value here`);
});

test('a dollar that ends a regular expression is no variable', () => {
  const of = { kind: 'histogram', selector: 'latency{job=~"api$"}', edges: [1], by: [] } as const;
  expect(literalQuery({ ...QUERY, of }, VARIABLES).of).toEqual(of);
});
