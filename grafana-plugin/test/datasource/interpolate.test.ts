import { interpolate } from '../../src/datasource/interpolate.ts';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';
import { templatesOf } from './templates.ts';

const templates = templatesOf({
  model: 'income',
  feature: ['age', 'a.b|c'],
  window: '15m',
  all: '$__all',
});

const query = (change: Partial<CompleteQuery>): CompleteQuery => ({
  ...DEFAULT_DRIFTLINE_QUERY,
  refId: 'A',
  ...change,
});

test('a variable with several values becomes several literal entries', () => {
  const filled = interpolate(query({ where: { model: ['$model'], feature: ['${feature}', 'plain'] } }), templates);
  expect(filled.where?.model).toEqual(['income']);
  expect(filled.where?.feature).toEqual(['age', 'a.b|c', 'plain']);
});

test('all asks for all', () => {
  expect(interpolate(query({ where: { feature: ['$all'] } }), templates).where?.feature).toEqual([]);
});

test('a variable that there is not stands as it is, and asks for nothing else', () => {
  const { where } = interpolate(query({ where: { feature: ['$featuer', '${model}'] } }), templates);
  expect(where?.feature).toEqual(['$featuer', 'income']);
});

test('a variable amid text is text', () => {
  expect(interpolate(query({ where: { version: ['v-$model'] } }), templates).where?.version).toEqual(['v-income']);
});

test('variables fill in a segment and its values', () => {
  const filled = interpolate(query({ segment: { name: '$model', values: ['${feature}', 'DE', '$all'] } }), templates);
  expect(filled.segment).toEqual({ name: 'income', values: ['age', 'a.b|c', 'DE'] });
});

test('windows are filled in, but for those that the back end fills in', () => {
  expect(interpolate(query({ window: '$window' }), templates).window).toBe('15m');
  const variables = templatesOf({ __interval: '15s', __range: '1h', __rate_interval: '1m' });
  for (const window of ['$__rate_interval', '${__interval}', '$__range']) {
    expect(interpolate(query({ window }), variables).window).toBe(window);
  }
});

test('an empty favorable class is none', () => {
  const filled = interpolate(query({ favorable: '', privileged: '$model' }), templates);
  expect(filled).not.toHaveProperty('favorable');
  expect(filled.privileged).toBe('income');
});

test('what a saved query lacks it lacks still', () => {
  expect(interpolate({ refId: 'A' }, templates)).toStrictEqual({ refId: 'A' });
});

test('baselines and histograms are filled in', () => {
  const baselines = [
    [{ kind: 'earlier', offset: '$window' }, { offset: '15m' }],
    [{ kind: 'version', version: '$model' }, { version: 'income' }],
    [{ kind: 'selector', selector: 'h{a="$model"}' }, { selector: 'h{a="income"}' }],
    [{ kind: 'reference' }, { kind: 'reference' }],
  ] as const;
  for (const [baseline, filled] of baselines) {
    expect(interpolate(query({ baseline }), templates).baseline).toMatchObject(filled);
  }
  const of = { kind: 'histogram', selector: 'h{a="$model"}', edges: [1], by: [] } as const;
  expect(interpolate(query({ of }), templates).of).toEqual({ ...of, selector: 'h{a="income"}' });
});

test('what holds no text is left to the back end, which refuses it', () => {
  const saved = { refId: 'A', window: 5, where: { feature: 'age' }, favorable: true } as unknown as CompleteQuery;
  expect(interpolate(saved, templates)).toEqual(saved);
});

test.each([
  ['=', '$model', '=', 'income'],
  ['=', '$feature', '=~', 'age|a\\.b\\|c'],
  ['!=', '$feature', '!~', 'age|a\\.b\\|c'],
  ['=~', '$feature', '=~', 'age|a\\.b\\|c'],
  ['=~', 'x-$model.*', '=~', 'x-income.*'],
  ['=~', 'a.*', '=~', 'a.*'],
] as const)('a label filter %s %s becomes %s %s', (operator, value, filled, text) => {
  const { labelFilters } = interpolate(query({ labelFilters: [{ label: 'team', operator, value }] }), templates);
  expect(labelFilters).toEqual([{ label: 'team', operator: filled, value: text }]);
});

test('a label filter on all, and one without a label, are none', () => {
  const labelFilters = [
    { label: 'team', operator: '=', value: '$all' },
    { label: '', operator: '=', value: 'x' },
  ] as const;
  expect(interpolate(query({ labelFilters }), templates).labelFilters).toEqual([]);
});

test('a legend may hold variables', () => {
  expect(interpolate(query({ legend: '{{ml_feature_name}} of $model' }), templates).legend).toBe(
    '{{ml_feature_name}} of income',
  );
});

test('regression: chained variables with several values are several names, never one', () => {
  const chained = templatesOf({ model: ['a', 'b'], version: ['1', '2'] });
  const { where } = interpolate(query({ where: { model: ['$model'], version: ['${version}'] } }), chained);
  expect(where).toEqual({ model: ['a', 'b'], version: ['1', '2'] });
});
