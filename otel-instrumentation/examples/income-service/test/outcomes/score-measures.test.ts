import { readFileSync } from 'node:fs';
import {
  counterSeries,
  DEFAULT_QUERY,
  evaluate,
  METRICS,
  parseProfile,
  plan,
  type Answers,
  type Aspect,
  type MeasureId,
  type Metric,
  type MetricOf,
  type ReferenceProfile,
  type Series,
} from '@driftline/shared';
import { createMonitor, DriftlineProducer, ModelRegistry } from '@driftline/otel';
import { IncomeModel } from '../../src/model/income-model.ts';
import { labeledPeople } from '../../src/traffic/people.ts';

/** What scikit-learn, SciPy and NumPy give: `make_scores_golden.py`. */
const golden = fileOf('scores.golden.json') as Readonly<
  Record<'adult' | 'women' | 'german', Readonly<Record<string, number>>>
> & {
  readonly germanScores: Readonly<Record<'edges' | 'scores' | 'bad', readonly number[]>>;
};

function fileOf(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
}

/** What the store holds after a window in which all of it was counted. */
async function answersOf(registry: ModelRegistry, texts: readonly string[]): Promise<Answers> {
  const { resourceMetrics } = await new DriftlineProducer(registry).collect();
  const points = resourceMetrics.scopeMetrics.flatMap(({ metrics }) => metrics);
  const underscored = (name: string): string => name.replaceAll('.', '_');
  const seriesOf = (metric: Metric): Series[] =>
    points
      .filter(({ descriptor }) => descriptor.name === metric.name)
      .flatMap(({ dataPoints }) => dataPoints as { attributes: Record<string, string>; value: number }[])
      .map(({ attributes, value }) => ({
        labels: Object.fromEntries(Object.entries(attributes).map(([name, each]) => [underscored(name), each])),
        values: [value],
      }));
  const counters = Object.values<Metric>(METRICS).filter(
    (metric): metric is MetricOf<'counter'> => metric.instrument === 'counter',
  );
  return {
    times: [0],
    series: new Map(
      texts.map((text) => {
        const metric = counters.find((each) => text.includes(`(${counterSeries(each)}[`));
        if (metric === undefined) throw new Error(`The test does not know what ${text} asks for.`);
        return [text, seriesOf(metric)];
      }),
    ),
  };
}

// Predictions without features are warned of, and one class alone.
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation());

type Reading = (measure: MeasureId, show?: Aspect) => Promise<ReadonlyMap<string, number>>;

/** Records outcomes in two parts, late and with their predictions, and reads measures by the name of their frames. */
function setUp(profile: ReferenceProfile, outcomes: readonly (readonly [actual: string, score: unknown])[]): Reading {
  const registry = new ModelRegistry();
  const monitor = createMonitor(profile, { registry });
  outcomes.forEach(([actual, score], id) => {
    const prediction = profile.prediction?.kind === 'classification' ? profile.prediction.classes[0] : undefined;
    if (id % 2 === 0) {
      monitor.record({ prediction, score, id });
      monitor.recordOutcome({ id, actual });
    } else {
      monitor.recordOutcome({ prediction, score, actual });
    }
  });
  return async (measure, show = 'value') => {
    const query = { ...DEFAULT_QUERY, measure, minimumObservations: 0 };
    const answers = await answersOf(registry, plan(query));
    const frames = evaluate(query, answers).map(({ labels, values }): [string, number] => [
      labels['ml_score_bin'] ?? labels['ml_score_class'] ?? '',
      values[show]?.[0] ?? NaN,
    ]);
    return new Map(frames.filter(([, value]) => !Number.isNaN(value)));
  };
}

/** How far a measure of fifty bins may be from that of the scores themselves. */
const TOLERANCES: Partial<Record<MeasureId, number>> = {
  'roc-auc': 0.002,
  gini: 0.004,
  'class-separation': 0.002,
  'average-precision': 0.003,
  'brier-score': 1e-9,
  'brier-reliability': 1e-9,
  'brier-resolution': 1e-9,
  'expected-calibration-error': 1e-9,
  'log-loss': 1e-9,
  'top-capture': 0.01,
  'top-lift': 0.1,
  'best-f1': 0.005,
  'best-f1-threshold': 0.03,
};

const model = IncomeModel.load();
const people = labeledPeople();
const income = parseProfile(fileOf('../../profile.json'));
const scored = (some: typeof people) =>
  some.map(({ person, label }) => [label, model.predict(person).probability] as const);

function creditProfile(edges: readonly number[]): ReferenceProfile {
  const scoreBins = [{ class: 'bad', edges, counts: [...edges, 1].map(() => 1), threshold: 0.5 }];
  const prediction = { kind: 'classification', classes: ['good', 'bad'], favorable: 'bad', scoreBins };
  return parseProfile({ ...income, model: { name: 'credit', version: '1' }, prediction, groups: [] });
}

const { edges: germanEdges, scores, bad } = golden.germanScores;
const credits = scores.map((score, i) => [bad[i] === 1 ? 'bad' : 'good', score] as const);

const DATA = [
  ['UCI Adult', 'adult', '>50K', setUp(income, scored(people))],
  [
    'the women of UCI Adult',
    'women',
    '>50K',
    setUp(income, scored(people.filter(({ person }) => person['sex'] === 'Female'))),
  ],
  ['German credit', 'german', 'bad', setUp(creditProfile(germanEdges), credits)],
] as const;

describe.each(DATA)('%s', (_name, data, label, read) => {
  const exact = golden[data];

  test.each(Object.entries(TOLERANCES) as [MeasureId, number][])('%s within %d', async (measure, most) => {
    // The edges are those of everybody, and may miss where the scores of women are furthest apart.
    const tolerance = data === 'women' && measure === 'class-separation' ? 0.003 : most;
    const value = (await read(measure)).get(label) ?? NaN;
    expect({ value, error: Math.abs(value - (exact[measure] ?? NaN)) <= tolerance, exact: exact[measure] }).toEqual({
      value,
      error: true,
      exact: exact[measure],
    });
  });

  test('every outcome is counted', async () => {
    expect((await read('roc-auc', 'observations')).get(label)).toBe(exact['rows']);
  });

  test('the interval of the area is that of DeLong', async () => {
    const [lower, upper] = await Promise.all((['lower', 'upper'] as const).map((side) => read('roc-auc', side)));
    const half = ((upper?.get(label) ?? NaN) - (lower?.get(label) ?? NaN)) / 2;
    expect(half / 1.959964).toBeCloseTo(exact['roc-auc-standard-error'] ?? NaN, 4);
  });

  test('precision and recall at the threshold are exact', async () => {
    const ofBin = async (measure: MeasureId): Promise<number | undefined> =>
      [...(await read(measure))].find(([bin]) => /^(\(0\.5, |>0\.5$)/.test(bin))?.[1];
    expect(await ofBin('threshold-precision')).toBeCloseTo(exact['precision'] ?? NaN, 9);
    expect(await ofBin('threshold-recall')).toBeCloseTo(exact['recall'] ?? NaN, 9);
  });
});

describe('what has no value, and what has the right one', () => {
  const profile = creditProfile([0.1, 0.5, 0.9]);
  const repeated = (...some: (readonly [string, unknown])[]) => Array.from({ length: 30 }, () => some).flat();
  const RANKING: readonly MeasureId[] = ['roc-auc', 'gini', 'class-separation'];
  const OF_POSITIVES: readonly MeasureId[] = ['top-capture', 'top-lift', 'best-f1', 'best-f1-threshold'];

  async function valuesOf(outcomes: readonly (readonly [string, unknown])[], measures: readonly MeasureId[]) {
    const read = setUp(profile, outcomes);
    return Promise.all(measures.map(async (measure) => (await read(measure)).get('bad')));
  }

  test('outcomes of one class alone cannot be ranked', async () => {
    for (const actual of ['good', 'bad']) {
      const some = repeated([actual, 0.2], [actual, 0.7]);
      expect(await valuesOf(some, RANKING)).toEqual([undefined, undefined, undefined]);
    }
  });

  test('without positives there is nothing to find, and calibration is known all the same', async () => {
    const some = repeated(['good', 0.2], ['good', 0.6]);
    expect(await valuesOf(some, [...OF_POSITIVES, 'average-precision'])).toEqual(Array(5).fill(undefined));
    const [brier, loss, error] = await valuesOf(some, ['brier-score', 'log-loss', 'expected-calibration-error']);
    expect(brier).toBeCloseTo((0.04 + 0.36) / 2, 12);
    expect(loss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.4)) / 2, 12);
    expect(error).toBeCloseTo(0.4, 12);
  });

  test('without negatives every score is precise', async () => {
    expect(await valuesOf(repeated(['bad', 0.2], ['bad', 0.6]), ['average-precision', 'best-f1'])).toEqual([1, 1]);
  });

  test('scores of 0 and 1 that are right are perfect, and that are wrong are worst', async () => {
    const measures: MeasureId[] = ['roc-auc', 'gini', 'class-separation', 'average-precision', 'brier-score'];
    expect(await valuesOf(repeated(['good', 0], ['bad', 1]), measures)).toEqual([1, 1, 1, 1, 0]);
    const reversed = await valuesOf(repeated(['good', 1], ['bad', 0]), measures);
    expect(reversed.slice(0, 3)).toEqual([0, -1, 1]);
    // Sixty outcomes of which the thirty positives come last: the mean of i / (30 + i).
    expect(reversed[3]).toBeCloseTo(1 - Math.log(2), 2);
    expect(reversed[4]).toBe(1);
    const [loss] = await valuesOf(repeated(['good', 1], ['bad', 0]), ['log-loss']);
    expect(loss).toBeCloseTo(-Math.log(Number.EPSILON), 9);
  });

  test('separated outcomes have no interval of the area, since no variance is left', async () => {
    const read = setUp(profile, repeated(['good', 0], ['bad', 1]));
    expect([(await read('roc-auc', 'lower')).size, (await read('roc-auc', 'upper')).size]).toEqual([0, 0]);
  });

  test('a constant score ranks nothing', async () => {
    const some = repeated(['good', 0.3], ['good', 0.3], ['bad', 0.3]);
    const [area, gini, separation, precision, lift] = await valuesOf(some, [
      'roc-auc',
      'gini',
      'class-separation',
      'average-precision',
      'top-lift',
    ]);
    expect([area, gini, separation]).toEqual([0.5, 0, 0]);
    expect(precision).toBeCloseTo(1 / 3, 12);
    expect(lift).toBeCloseTo(1, 12);
  });

  test('outcomes with scores that are none count in no measure', async () => {
    const some = repeated(['good', 0.2], ['bad', 0.7]);
    const bad: [string, unknown][] = [NaN, null, undefined, -1, 2, 'high'].map((score) => ['good', score]);
    const measures: MeasureId[] = ['roc-auc', 'brier-score', 'log-loss', 'average-precision'];
    expect(await valuesOf([...some, ...bad], measures)).toEqual(await valuesOf(some, measures));
    expect(await valuesOf(bad, measures)).toEqual(Array(4).fill(undefined));
  });

  test('nothing has no value', async () => {
    expect(await valuesOf([], ['roc-auc', 'brier-score', 'log-loss', 'top-lift'])).toEqual(Array(4).fill(undefined));
  });
});
