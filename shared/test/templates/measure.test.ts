import { n, vector } from '@grafana/promql-builder';
import type { Counts } from '../../src/counts/counts.ts';
import { toPromql } from '../../src/promql/to-promql.ts';
import { DEFAULT_MINIMUM_OBSERVATIONS, DEFAULT_QUERY, ASPECTS, type Aspect } from '../../src/query/measure-query.ts';
import { wilsonInterval } from '../../src/statistics/wilson-interval.ts';
import type { Description } from '../../src/templates/description.ts';
import { defineMeasure, type Definition, type Measure } from '../../src/templates/measure.ts';

const DESCRIPTION: Description<'made-up'> = {
  id: 'made-up',
  name: 'Made up',
  description: 'A measure of a test.',
  definition: 'k / n',
  source: 'this test',
  family: 'drift',
  unit: 'index',
  subject: 'model',
  worse: 'higher',
  inputs: ['model'],
};

/** Counts that are one number. */
const counts: Counts<number> = {
  selections: () => ({ given: vector('given') }),
  read: (_query, { given = [] }) => given.map(({ labels, values }) => ({ labels, at: (index) => values[index] })),
};

const measureOf = (more: Partial<Definition<'made-up', number>>): Measure<'made-up'> =>
  defineMeasure({ ...DESCRIPTION, counts, value: { of: (k) => k, promql: () => vector('k') }, ...more });

/** What is known of one number. */
function aspectsOf(measure: Measure, given: number, change: object = {}, wanted: readonly Aspect[] = ASPECTS) {
  const [subject] = measure.evaluate({ ...DEFAULT_QUERY, ...change }, { given: [{ labels: {}, values: [given] }] });
  return subject?.at(0, new Set(wanted));
}

const promqlOf = (measure: Measure, show: Aspect, change: object = {}): string | undefined => {
  const expression = measure.promql({ ...DEFAULT_QUERY, ...change }, show);
  return expression && toPromql(expression.build());
};

test('a plain measure has its value alone', () => {
  const measure = measureOf({});
  expect(measure.aspects(DEFAULT_QUERY)).toEqual(['value']);
  expect(aspectsOf(measure, 7)).toEqual({ value: 7 });
  expect(measure).toMatchObject({
    hasPromql: true,
    isRate: false,
    hasCriticalValue: false,
    minimumObservations: DEFAULT_MINIMUM_OBSERVATIONS,
  });
  expect(promqlOf(measure, 'value')).toBe('k');
  for (const aspect of ['observations', 'numerator', 'lower', 'critical-value'] as const) {
    expect(measure.promql(DEFAULT_QUERY, aspect)).toBeUndefined();
  }
});

test('what nobody wants is not computed', () => {
  const criticalValue = {
    of: (): number => {
      throw new Error('Nobody asked for it.');
    },
  };
  expect(aspectsOf(measureOf({ criticalValue }), 7, {}, ['value'])).toEqual({ value: 7 });
});

test('where nothing is known there is nothing', () => {
  const [subject] = measureOf({}).evaluate(DEFAULT_QUERY, { given: [{ labels: { a: '1' }, values: [] }] });
  expect([subject?.labels, subject?.at(0, new Set(ASPECTS))]).toEqual([{ a: '1' }, undefined]);
});

test('a measure that PromQL cannot express says so', () => {
  const measure = measureOf({ value: { of: (k) => k } });
  expect(measure.hasPromql).toBe(false);
  expect(measure.promql(DEFAULT_QUERY, 'value')).toBeUndefined();
});

test('a rate comes with its counts and an interval, where there are enough observations', () => {
  const rate = {
    of: (k: number) => ({ numerator: k, denominator: 300 }),
    promql: () => ({ numerator: vector('k'), denominator: vector('n') }),
  };
  const measure = measureOf({ rate, observations: { of: () => 300, promql: () => vector('n') } });
  expect(measure.aspects(DEFAULT_QUERY)).toEqual(['value', 'observations', 'numerator', 'lower', 'upper']);
  const [lower, upper] = wilsonInterval({ numerator: 30, denominator: 300 });
  expect(aspectsOf(measure, 30)).toEqual({ value: 30, observations: 300, numerator: 30, lower, upper });
  expect(aspectsOf(measure, 30, { significance: 0.01 })?.upper).toBeGreaterThan(upper);
  expect(aspectsOf(measure, 30, { minimumObservations: 301 })).toMatchObject({
    numerator: NaN,
    lower: NaN,
    upper: NaN,
  });
  expect(promqlOf(measure, 'numerator')).toBe('k and n >= 200');
});

test('a rate that does not apply to a query is none for it', () => {
  const rate = {
    applies: ({ average }: { average?: string }) => average === undefined,
    of: () => ({ numerator: 1, denominator: 2 }),
    promql: () => ({ numerator: vector('k'), denominator: vector('n') }),
  };
  const measure = measureOf({ rate });
  const macro = { ...DEFAULT_QUERY, average: 'macro' } as const;
  expect([measure.aspects(DEFAULT_QUERY).length, measure.aspects(macro)]).toEqual([4, ['value']]);
  expect(promqlOf(measure, 'lower', macro)).toBeUndefined();
  expect(aspectsOf(measure, 7, macro)).toEqual({ value: 7 });
});

describe('a critical value', () => {
  const criticalValue = { of: () => 0.2, promql: () => n(0.2) };

  test('stands beside the value, and does nothing to it', () => {
    const measure = measureOf({ criticalValue });
    expect(aspectsOf(measure, 0.1)).toEqual({ value: 0.1, 'critical-value': 0.2 });
    expect(promqlOf(measure, 'value')).toBe('k');
    expect(promqlOf(measure, 'critical-value')).toBe('0.2');
  });

  test('takes away what noise alone may have made, where a significance is demanded', () => {
    const measure = measureOf({ criticalValue });
    const values = [0.1, 0.2, 0.21, -0.3, NaN].map((k) => aspectsOf(measure, k, { significance: 0.05 })?.value);
    expect(values).toEqual([NaN, NaN, 0.21, NaN, NaN]);
    expect(promqlOf(measure, 'value', { significance: 0.05 })).toBe('k > 0.2');
  });

  test('has no sign where neither direction is worse', () => {
    const measure = measureOf({ criticalValue, worse: 'neither' });
    const values = [0.1, -0.1, 0.3, -0.3].map((k) => aspectsOf(measure, k, { significance: 0.05 })?.value);
    expect(values).toEqual([NaN, NaN, 0.3, -0.3]);
    expect(promqlOf(measure, 'value', { significance: 0.05 })).toBe('k and abs(k) > 0.2');
  });
});

test('the legend is that of the subject, unless the measure has its own', () => {
  expect(measureOf({}).legend(DEFAULT_QUERY)).toBe('{{ml_model_name}} {{ml_model_version}}');
  expect(measureOf({ legend: ({ window }) => `over ${window}` }).legend(DEFAULT_QUERY)).toBe('over 5m');
});
