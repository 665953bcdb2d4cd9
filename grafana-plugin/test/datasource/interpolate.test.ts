import { interpolate } from '../../src/datasource/interpolate.ts';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';

const VALUES: Record<string, string | string[]> = {
  model: 'income',
  feature: ['age', 'a.b|c'],
  window: '15m',
  all: '$__all',
};

/** As Grafana's own: variables as `$name` or `${name}`, a formatter gets the raw value. */
const templates = {
  containsTemplate: (text?: string) => /\$/.test(text ?? ''),
  replace: (text = '', _vars?: object, format?: string | ((value: unknown) => string)) =>
    text.replace(/\$\{?(\w+)\}?/g, (match, name: string) => {
      const value = VALUES[name];
      if (value === undefined) return match;
      return typeof format === 'function' ? format(value) : String(value);
    }),
} as Parameters<typeof interpolate>[1];

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
