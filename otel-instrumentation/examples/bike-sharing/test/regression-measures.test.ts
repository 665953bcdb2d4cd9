import { readFileSync } from 'node:fs';
import {
  DEFAULT_QUERY,
  evaluate,
  labelOf,
  parseProfile,
  plan,
  ATTRIBUTES,
  type Answers,
  type MeasureId,
  type MeasureQuery,
  type Series,
} from '@driftline/shared';
import { createMonitor, DriftlineProducer, ModelRegistry } from '@driftline/otel';
import { loadForest, predictorOf } from '../src/demand-forest.ts';
import { readRides, trainingRides } from '../src/rides.ts';

/** What scikit-learn gives: `make_regression_golden.py`. */
const golden = fileOf('regression.golden.json') as Readonly<
  Record<'counts' | 'beyond five', Readonly<Record<string, number>>>
>;

function fileOf(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

const predict = predictorOf(loadForest());
const rides = trainingRides(readRides()).map(({ features, count }) => ({ prediction: predict(features), count }));

/** What the store holds after a window in which all outcomes were counted. */
async function answersOf(registry: ModelRegistry, texts: readonly string[]): Promise<Answers> {
  const { resourceMetrics } = await new DriftlineProducer(registry).collect();
  const points = resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics);
  const seriesOf = (text: string): Series[] =>
    points.flatMap(({ descriptor, dataPoints }) =>
      dataPoints.flatMap(({ attributes, value }) => {
        const name = labelOf(descriptor.name as never);
        const labels = Object.fromEntries(
          Object.entries(attributes).map(([key, each]) => [labelOf(key as never), String(each)]),
        );
        const side = /ml_deviation_side="(\w+)"/.exec(text)?.[1];
        if (side !== undefined && labels[labelOf(ATTRIBUTES.deviationSide)] !== side) return [];
        if (typeof value === 'number') return text.includes(`${name}_total`) ? [{ labels, values: [value] }] : [];
        const { count, sum } = value as { count: number; sum: number };
        if (text.includes(`${name}_count`)) return [{ labels, values: [count] }];
        return text.includes(`${name}_sum`) ? [{ labels, values: [sum] }] : [];
      }),
    );
  return { times: [0], series: new Map(texts.map((text) => [text, addedUp(seriesOf(text), text)])) };
}

/** Series added up by the labels that a text groups by. */
function addedUp(series: readonly Series[], text: string): Series[] {
  const by = /by \(([^)]*)\)/.exec(text)?.[1]?.split(', ') ?? [];
  const groups = Map.groupBy(series, ({ labels }) => JSON.stringify(by.map((label) => labels[label])));
  return [...groups.values()].map((group) => ({
    labels: Object.fromEntries(by.map((label) => [label, group[0]?.labels[label] ?? ''])),
    values: [group.reduce((sum, { values }) => sum + (values[0] ?? NaN), 0)],
  }));
}

describe.each([
  ['counts', (count: number) => count],
  ['beyond five', (count: number) => Math.max(count - 5, 0)],
] as const)('%s', (name, actualOf) => {
  const expected = golden[name];
  const registry = new ModelRegistry();
  const monitor = createMonitor(parseProfile(fileOf('../profile.json')), { registry });

  beforeAll(() => {
    for (const { prediction, count } of rides) monitor.recordOutcome({ prediction, actual: actualOf(count) });
  });

  const measured = async (measure: MeasureId, change: Partial<MeasureQuery> = {}): Promise<number[]> => {
    const query = { ...DEFAULT_QUERY, minimumObservations: 0, ...change, measure };
    const frames = evaluate(query, await answersOf(registry, plan(query)));
    return frames.map(({ values }) => values[query.show ?? 'value']?.[0] ?? NaN);
  };

  test.each<[string, MeasureId, Partial<MeasureQuery>]>([
    ['r-squared', 'r-squared', {}],
    ['mean-absolute-percentage-error', 'mean-absolute-percentage-error', {}],
    ['pinball-loss', 'pinball-loss', {}],
    ['pinball-loss 0.9', 'pinball-loss', { quantile: 0.9 }],
    ['pinball-loss 0.1', 'pinball-loss', { quantile: 0.1 }],
  ])("%s is scikit-learn's", async (key, measure, change) => {
    const [value = NaN, ...others] = await measured(measure, change);
    expect(others).toEqual([]);
    expect(Math.abs(value - (expected[key] ?? NaN))).toBeLessThan(1e-9);
  });

  test('zeros are left out and counted', async () => {
    const observations = { show: 'observations' } as const;
    const [used = NaN] = await measured('mean-absolute-percentage-error', observations);
    const [all = NaN] = await measured('r-squared', observations);
    expect([all, all - used]).toEqual([expected['outcomes'], expected['zeros']]);
  });

  test('residuals of all bins add up to the bias', async () => {
    const [means, counts] = await Promise.all([measured('residual'), measured('residual', { show: 'observations' })]);
    const [bias = NaN] = await measured('bias');
    const total = means.reduce((sum, mean, bin) => sum + mean * (counts[bin] ?? NaN), 0);
    expect(means.length).toBeGreaterThan(5);
    expect(total / rides.length).toBeCloseTo(-bias, 9);
  });
});
