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
  expect(filled.where.model).toEqual(['income']);
  expect(filled.where.feature).toEqual(['age', 'a.b|c', 'plain']);
});

test('all asks for all', () => {
  expect(interpolate(query({ where: { feature: ['$all'] } }), templates).where.feature).toEqual([]);
});

test('a variable amid text is text', () => {
  expect(interpolate(query({ where: { version: ['v-$model'] } }), templates).where.version).toEqual(['v-income']);
});

test("windows are filled in, but for those that are Prometheus' business", () => {
  expect(interpolate(query({ window: '$window' }), templates).window).toBe('15m');
  expect(interpolate(query({ window: '$__rate_interval' }), templates).window).toBe('$__rate_interval');
});

test('an empty favorable class is none', () => {
  expect(interpolate(query({ favorable: '', privileged: '$model' }), templates)).toMatchObject({
    favorable: undefined,
    privileged: 'income',
  });
});
