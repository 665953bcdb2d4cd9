import { query as ask, startStore, type Store, type StoreKind } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import {
  accuracyOf,
  ATTRIBUTES,
  averageF1Of,
  averagePrecisionOf,
  averageRecallOf,
  balancedAccuracyOf,
  chiSquareStatistic,
  compile,
  DEFAULT_QUERY,
  differenceBetween,
  disparateImpactOf,
  equalizedOddsDifferenceOf,
  f1Of,
  FEATURE_PROBLEMS,
  hellingerDistance,
  jensenShannonDistance,
  kullbackLeiblerDivergence,
  labelOf,
  matthewsCorrelationOf,
  meanShiftOf,
  MEASURES,
  populationStabilityIndex,
  precisionOf,
  problemShareOf,
  psiCriticalValueOf,
  ratioBetween,
  recallOf,
  totalVariationDistance,
  wilsonInterval,
  type AttributeName,
  type ConfusionCell,
  type FeatureProblem,
  type GroupRate,
  type MeasureId,
  type MeasureQuery,
} from '@driftline/shared';
import { END, WINDOW } from './exact-series.ts';
import { FEATURE_MODEL, featureCases, featureSeries, modelRows, sum, type FeatureCase } from './feature-cases.ts';
import { histogramCases, histogramSeries, SERVICES } from './histogram-cases.ts';
import { outcomeCases, outcomeSeries, referenceShare, type OutcomeCase } from './outcome-cases.ts';
import { otherSeries, otherExpectations } from './other-cases.ts';

type Expected = ReadonlyMap<string, number>;

/** A question, the label that its answers are told apart by, and each exact answer; NaN where there must be none. */
interface Expectation {
  readonly title: string;
  readonly query: Partial<MeasureQuery> & { readonly measure: MeasureId };
  readonly by: AttributeName;
  readonly expected: Expected;
}

const FEATURES = featureCases();
const MODELS = outcomeCases();

type Sides = readonly [live: readonly number[], reference: readonly number[], rows: number];

const BASELINES: readonly { name: string; query: Partial<MeasureQuery>; sides: (each: FeatureCase) => Sides }[] = [
  {
    name: 'the reference',
    query: { versions: ['1'] },
    sides: ({ live, reference, rows }) => [live, reference, rows],
  },
  {
    name: 'an earlier time',
    query: { versions: ['1'], baseline: { kind: 'earlier', offset: WINDOW } },
    sides: ({ live, earlier }) => [live, earlier, sum(earlier)],
  },
  {
    name: 'another version',
    query: { versions: ['1'], baseline: { kind: 'version', version: '2' } },
    sides: ({ live, other }) => [live, other, sum(other)],
  },
];

const STATISTICS: Partial<Record<MeasureId, (sides: Sides) => number>> = {
  psi: ([live, reference]) => populationStabilityIndex(live, reference),
  'psi-critical-value': ([live, reference, rows]) =>
    psiCriticalValueOf(sum(live), rows, reference.filter((share) => share > 0).length),
  'js-distance': ([live, reference]) => jensenShannonDistance(live, reference),
  'hellinger-distance': ([live, reference]) => hellingerDistance(live, reference),
  'total-variation': ([live, reference]) => totalVariationDistance(live, reference),
  'kl-divergence': ([live, reference]) => kullbackLeiblerDivergence(live, reference),
  'chi-square': ([live, reference]) => chiSquareStatistic(live, reference),
};

function drift(): Expectation[] {
  return BASELINES.flatMap(({ name, query, sides }) =>
    Object.entries(STATISTICS).map(([id, statistic]): Expectation => ({
      title: `${id} against ${name}`,
      query: { ...query, measure: id as MeasureId, models: [FEATURE_MODEL] },
      by: ATTRIBUTES.featureName,
      expected: new Map(FEATURES.map((each) => [each.feature, statistic(sides(each))])),
    })),
  );
}

function features(): Expectation[] {
  const of = (
    measure: MeasureId,
    value: (each: FeatureCase) => number,
    query: Partial<MeasureQuery> = {},
  ): Expectation => ({
    title: `${measure} ${query.show ?? 'value'}`,
    query: { ...query, measure, models: [FEATURE_MODEL], versions: ['1'] },
    by: ATTRIBUTES.featureName,
    expected: new Map(FEATURES.map((each) => [each.feature, value(each)])),
  });
  const counts = ({ problems, live }: FeatureCase) => ({ ...problems, observations: sum(live) });
  const trials = ({ problems, live }: FeatureCase): number => sum(live) + problems.missing + problems.invalid;
  const id = (problem: FeatureProblem): MeasureId => `${problem.replaceAll('_', '-')}-share` as MeasureId;
  return [
    ...FEATURE_PROBLEMS.map((problem) => of(id(problem), (each) => problemShareOf(problem, counts(each)))),
    of('missing-share', ({ problems }) => problems.missing, { show: 'hits' }),
    of('missing-share', trials, { show: 'observations' }),
    of('missing-share', (each) => wilsonInterval(each.problems.missing, trials(each))[0], { show: 'lower' }),
    of('missing-share', (each) => wilsonInterval(each.problems.missing, trials(each), 0.01)[1], {
      show: 'upper',
      significance: 0.01,
    }),
    of('mean-shift', ({ above, below, live, standardDeviation }) =>
      meanShiftOf(above, below, sum(live), standardDeviation),
    ),
    of('psi', ({ live }) => sum(live) || NaN, { show: 'observations' }),
    ...Object.entries(CRITICAL).map(([id, value]) =>
      of(id as MeasureId, (each) => value(noise(each), each), { show: 'critical' }),
    ),
    of('psi', (each) => significant(populationStabilityIndex(each.live, each.reference), noise(each)), {
      significance: 0.05,
    }),
  ];
}

const noise = ({ live, reference, rows }: FeatureCase): number =>
  psiCriticalValueOf(sum(live), rows, reference.filter((share) => share > 0).length);

/** What of the noise in Σ (c − r)² / r arrives in each measure, by its second-order expansion around equal shares. */
const CRITICAL: Partial<Record<MeasureId, (noise: number, each: FeatureCase) => number>> = {
  psi: (psi) => psi,
  'kl-divergence': (psi) => psi / 2,
  'js-distance': (psi) => Math.sqrt(psi / (8 * Math.LN2)),
  'hellinger-distance': (psi) => Math.sqrt(psi / 8),
  'total-variation': (psi) => Math.sqrt(psi) / 2,
  'chi-square': (psi, { live }) => psi * sum(live),
  'mean-shift': (_psi, { live, rows }) => 1.959963984540054 * Math.sqrt(1 / (sum(live) || NaN) + 1 / rows),
};

const significant = (value: number, critical: number): number => (value > critical ? value : NaN);

function performance(): Expectation[] {
  const of = (
    measure: MeasureId,
    value: (each: OutcomeCase) => number,
    query: Partial<MeasureQuery> = {},
  ): Expectation => ({
    title: `${measure} ${JSON.stringify(query)}`,
    query: { ...query, measure },
    by: ATTRIBUTES.modelName,
    expected: new Map(MODELS.map((each) => [each.model, value(each)])),
  });
  const averaged = (
    measure: MeasureId,
    statistic: (cells: readonly ConfusionCell[], average: 'macro' | 'weighted') => number,
  ): Expectation[] =>
    (['macro', 'weighted'] as const).map((average) => of(measure, ({ live }) => statistic(live, average), { average }));
  return [
    of('accuracy', ({ live }) => accuracyOf(live)),
    of('accuracy', ({ live }) => sum(live.map(({ count }) => count)), { show: 'observations' }),
    of('accuracy-drop', ({ live, baselineAccuracy }) => baselineAccuracy - accuracyOf(live)),
    of('accuracy-drop', ({ live, earlier }) => accuracyOf(earlier) - accuracyOf(live), {
      baseline: { kind: 'earlier', offset: WINDOW },
    }),
    of('balanced-accuracy', ({ live }) => balancedAccuracyOf(live)),
    of('matthews-correlation', ({ live }) => matthewsCorrelationOf(live)),
    of('precision', ({ live, favorable }) => precisionOf(live, favorable)),
    of('recall', ({ live, favorable }) => recallOf(live, favorable)),
    of('f1', ({ live, favorable }) => f1Of(live, favorable)),
    ...averaged('precision', averagePrecisionOf),
    ...averaged('recall', averageRecallOf),
    ...averaged('f1', averageF1Of),
    of(
      'psi',
      ({ live, classes }) =>
        populationStabilityIndex(
          classes.map((label) => sum(live.filter(({ predicted }) => predicted === label).map(({ count }) => count))),
          classes.map((_, i) => referenceShare(classes, i)),
        ),
      { of: { kind: 'prediction' } },
    ),
  ];
}

/** Rates of each group of a model; which cells are hits and which are trials. */
function rates(
  { groups, favorable }: OutcomeCase,
  hit: (cell: ConfusionCell, favorable: string) => boolean,
  trial: (cell: ConfusionCell, favorable: string) => boolean,
): GroupRate[] {
  return [...groups].map(([group, cells]) => {
    const count = (wanted: typeof hit): number =>
      sum(cells.filter((cell) => wanted(cell, favorable)).map((cell) => cell.count));
    return { group, hits: count((cell, best) => hit(cell, best) && trial(cell, best)), trials: count(trial) };
  });
}

const predicted = (cell: ConfusionCell, best: string): boolean => cell.predicted === best;
const truly = (cell: ConfusionCell, best: string): boolean => cell.actual === best;
const RATES = {
  selection: (each: OutcomeCase) => rates(each, predicted, () => true),
  tpr: (each: OutcomeCase) => rates(each, predicted, truly),
  fpr: (each: OutcomeCase) => rates(each, predicted, (cell, best) => !truly(cell, best)),
  fnr: (each: OutcomeCase) => rates(each, (cell, best) => !predicted(cell, best), truly),
  ppv: (each: OutcomeCase) => rates(each, truly, predicted),
};

function fairness(): Expectation[] {
  const of = (measure: MeasureId, value: (each: OutcomeCase, privileged?: string) => number): Expectation[] =>
    [undefined, 'a "quoted"'].map((privileged) => ({
      title: `${measure} with privileged group ${privileged}`,
      query: { measure, ...(privileged === undefined ? {} : { privileged }) },
      by: ATTRIBUTES.modelName,
      expected: new Map(MODELS.map((each) => [each.model, value(each, privileged)])),
    }));
  const each = (measure: MeasureId, of: (model: OutcomeCase) => GroupRate[]): Expectation[] =>
    MODELS.slice(0, 4).map((model) => ({
      title: `${measure} of the groups of ${model.model}`,
      query: { measure, models: [model.model] },
      by: ATTRIBUTES.groupValue,
      expected: new Map(of(model).map(({ group, hits, trials }) => [group, hits / trials])),
    }));
  return [
    ...of('disparate-impact', (model, privileged) => disparateImpactOf(RATES.selection(model), privileged)),
    ...of('demographic-parity-difference', (model, privileged) =>
      differenceBetween(RATES.selection(model), privileged),
    ),
    ...of('equal-opportunity-difference', (model, privileged) => differenceBetween(RATES.tpr(model), privileged)),
    ...of('equalized-odds-difference', (model, privileged) =>
      equalizedOddsDifferenceOf(RATES.tpr(model), RATES.fpr(model), privileged),
    ),
    ...of('predictive-parity-difference', (model, privileged) => differenceBetween(RATES.ppv(model), privileged)),
    ...of('false-positive-rate-ratio', (model, privileged) => ratioBetween(RATES.fpr(model), privileged)),
    ...of('false-negative-rate-ratio', (model, privileged) => ratioBetween(RATES.fnr(model), privileged)),
    ...each('selection-rate', RATES.selection),
    ...each('true-positive-rate', RATES.tpr),
    ...each('false-positive-rate', RATES.fpr),
    ...each('false-negative-rate', RATES.fnr),
    ...each('positive-predictive-value', RATES.ppv),
  ];
}

/** Equal to nine digits, or to as much of an absolute trace where both are nearly zero; infinities are equal. */
function expectEqual(what: string, measured: number | undefined, exact: number): void {
  if (Number.isNaN(exact)) expect([what, measured]).toEqual([what, undefined]);
  else if (!Number.isFinite(exact)) expect([what, measured]).toEqual([what, exact]);
  else {
    const error = Math.abs((measured ?? NaN) - exact) / Math.max(Math.abs(exact), 1);
    expect([what, measured, exact, error <= 1e-9]).toEqual([what, measured, exact, true]);
  }
}

const EXPECTATIONS = [...drift(), ...features(), ...performance(), ...fairness(), ...otherExpectations()];

test('every measure that PromQL can express is among them', () => {
  const asked = new Set(EXPECTATIONS.map(({ query }) => query.measure));
  // These are parts of the PSI, and are added up to it elsewhere.
  const parts: MeasureId[] = ['psi-contribution', 'live-share', 'reference-share'];
  const promql = MEASURES.filter((measure) => measure.promql !== undefined).map(({ id }) => id);
  expect(promql.filter((id) => !asked.has(id) && !parts.includes(id))).toEqual([]);
});

describe.each<StoreKind>(['prometheus', 'victoria-metrics'])('%s', (kind) => {
  describeWithStore(kind, 'measures over exact counters', () => {
    let store: Store;

    beforeAll(async () => {
      store = await startStore({
        kind,
        history: [
          ...modelRows(),
          ...FEATURES.flatMap(featureSeries),
          ...MODELS.flatMap(outcomeSeries),
          ...histogramCases().flatMap(histogramSeries),
          ...otherSeries(),
        ],
        extraArguments:
          kind === 'prometheus'
            ? ['--storage.tsdb.retention.time=1y']
            : ['-retentionPeriod=1y', '-search.maxQueryLen=1MB'],
      });
    });

    afterAll(() => store.close());

    const values = async (query: Expectation['query'], by: string): Promise<Map<string, number>> => {
      const { promql } = compile({ ...DEFAULT_QUERY, window: WINDOW, minimumObservations: 0, ...query });
      const samples = await ask(store.url, promql, END);
      return new Map(samples.map(({ labels, value }) => [labels[by] ?? '', value]));
    };

    test.each(EXPECTATIONS.map((each) => [each.title, each] as const))(
      '%s',
      async (_title, { query, by, expected }) => {
        const measured = await values(query, labelOf(by));
        expect([...measured.keys()].filter((name) => !expected.has(name))).toEqual([]);
        for (const [name, exact] of expected) expectEqual(name, measured.get(name), exact);
      },
    );

    test('a histogram that somebody else records, against an earlier time and another selector', async () => {
      const cases = histogramCases();
      for (const each of cases) {
        const of = {
          kind: 'histogram',
          selector: `${each.name}{service="${SERVICES[0]}"}`,
          edges: each.edges,
          by: [],
        } as const;
        const earlier = await values({ measure: 'psi', of, baseline: { kind: 'earlier', offset: WINDOW } }, 'none');
        expectEqual(each.name, earlier.get(''), populationStabilityIndex(each.live, each.earlier));
        const selector = `${each.name}{service='${SERVICES[1]}'}`;
        const other = await values({ measure: 'js-distance', of, baseline: { kind: 'selector', selector } }, 'none');
        expectEqual(each.name, other.get(''), jensenShannonDistance(each.live, each.other));
      }
    });

    test('below the minimum of observations there is no value', async () => {
      for (const { query, by } of [...drift(), ...features(), ...performance(), ...fairness()]) {
        if (query.show === 'observations') continue;
        const found = await values({ ...query, minimumObservations: 1e9 }, labelOf(by));
        expect([query.measure, found.size]).toEqual([query.measure, 0]);
      }
    });

    test('versions whose bins differ are not compared', async () => {
      const found = await values(
        { measure: 'psi', models: ['canary'], versions: ['2'], baseline: { kind: 'version', version: '1' } },
        labelOf(ATTRIBUTES.featureName),
      );
      expect([...found.keys()]).toEqual(['same bins']);
    });

    test('names that look like PromQL ask for what they are', async () => {
      for (const { feature } of FEATURES.slice(0, 3)) {
        const found = await values(
          { measure: 'psi', features: [feature], versions: ['1'] },
          labelOf(ATTRIBUTES.featureName),
        );
        expect([...found.keys()]).toEqual([feature]);
      }
    });
  });
});
