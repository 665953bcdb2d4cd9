import { startStore, storeApi, type SeriesHistory, type Store, type StoreKind } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import {
  ATTRIBUTES,
  counterSeries,
  DEFAULT_QUERY,
  gaugeSeries,
  METRICS,
  type MeasureId,
  type MeasureQuery,
} from '../../src/index.ts';
import { chiSquarePValue } from '../../src/statistics/chi-square-p-value.ts';
import { equalizedOddsDifferenceOf } from '../../src/statistics/equalized-odds-difference.ts';
import {
  differenceOfExtremes,
  differenceToReference,
  ratioOfExtremes,
  ratioToReference,
  type GroupRate,
} from '../../src/statistics/group-comparison.ts';
import { hellingerDistance } from '../../src/statistics/hellinger-distance.ts';
import { psiCriticalValueOf } from '../../src/statistics/psi-critical-value.ts';
import { populationStabilityIndex } from '../../src/statistics/psi.ts';
import { valueOfRate } from '../../src/statistics/rate.ts';
import { total } from '../../src/statistics/shares.ts';
import { byCounts, byPromql } from './both-roads.ts';
import { counter, END, gauge, labelsOf, WINDOW } from './exact-series.ts';

/** Counts of two samples, in bins. */
interface Binned {
  readonly reference: readonly number[];
  readonly live: readonly number[];
}

/** A worked example of the PSI; and samples without any shift, of which only the size matters. */
const PSI_EXAMPLE: Binned = { reference: [253, 302, 204, 134, 72, 26, 8], live: [177, 262, 285, 158, 88, 25, 6] };
const OF_100: Binned = { reference: Array<number>(10).fill(10), live: Array<number>(10).fill(10) };
const OF_1000: Binned = { reference: Array<number>(10).fill(100), live: Array<number>(10).fill(100) };
/** The published p-value takes the first counts as expected; SciPy's own example, 0.62339, the second. */
const CHI_SQUARE: Binned = { reference: [16, 18, 16, 14, 12, 12], live: [16, 16, 16, 16, 16, 8] };

/** Confusion counts of one group: true and false positives, false and true negatives. */
type Confusion = readonly [tp: number, fp: number, fn: number, tn: number];

/** Fairlearn's example of 18 rows in three groups. */
const FAIRLEARN: Readonly<Record<string, Confusion>> = { a: [1, 2, 1, 0], b: [3, 0, 2, 1], c: [2, 2, 3, 1] };
/** German credit of AIF360's demo: class 1 is favorable; and incomes above 50K in UCI Adult. Labels only. */
const GERMAN: Readonly<Record<string, Confusion>> = { female: [201, 0, 0, 109], male: [499, 0, 0, 191] };
const ADULT: Readonly<Record<string, Confusion>> = { Female: [1769, 0, 0, 14423], Male: [9918, 0, 0, 22732] };

const rates = (
  groups: Readonly<Record<string, Confusion>>,
  of: (confusion: Confusion) => readonly [numerator: number, denominator: number],
): GroupRate[] =>
  Object.entries(groups).map(([group, confusion]) => {
    const [numerator, denominator] = of(confusion);
    return { group, numerator, denominator };
  });
const selected = ([tp, fp, fn, tn]: Confusion) => [tp + fp, tp + fp + fn + tn] as const;
const recalled = ([tp, , fn]: Confusion) => [tp, tp + fn] as const;
const falsePositives = ([, fp, , tn]: Confusion) => [fp, fp + tn] as const;

/** How the selection rate of one group compares with that of the reference group. */
function toReference(
  compare: typeof ratioToReference,
  groups: Readonly<Record<string, Confusion>>,
  reference: string,
  group: string,
): number {
  const rateOf = (name: string): GroupRate => {
    const found = rates(groups, selected).find((rate) => rate.group === name);
    if (found === undefined) throw new Error(`There is no group ${name}.`);
    return found;
  };
  return compare(rateOf(group), rateOf(reference));
}

/** A published number: where it is computed from, and what it is, to as many digits as were given. */
interface Published {
  readonly name: string;
  readonly model: string;
  readonly query: Partial<MeasureQuery> & { readonly measure: MeasureId };
  readonly group?: string;
  readonly statistic: number;
  readonly value: number;
  readonly digits: number;
}

const GROUP = 'ml_group_value';

const binned = (
  name: string,
  model: string,
  measure: MeasureId,
  statistic: number,
  value: number,
  digits: number,
): Published => ({
  name,
  model,
  query: { measure },
  statistic,
  value,
  digits,
});
const noiseOf = ({ live, reference }: Binned): number =>
  psiCriticalValueOf(total(live), total(reference), reference.length);

const PUBLISHED: readonly Published[] = [
  binned(
    'PSI of the worked example',
    'psi',
    'psi',
    populationStabilityIndex(PSI_EXAMPLE.live, PSI_EXAMPLE.reference),
    0.0677,
    4,
  ),
  binned('its critical value at 95 %', 'psi', 'psi-critical-value', noiseOf(PSI_EXAMPLE), 0.0252, 4),
  binned('PSI noise of ten bins, n = m = 100', 'noise 100', 'psi-critical-value', noiseOf(OF_100), 0.3384, 4),
  binned('PSI noise of ten bins, n = m = 1000', 'noise 1000', 'psi-critical-value', noiseOf(OF_1000), 0.0338, 4),
  binned(
    'Hellinger distance',
    'chi-square',
    'hellinger-distance',
    hellingerDistance(CHI_SQUARE.live, CHI_SQUARE.reference),
    // The digits were cut, not rounded: it is 0.068128.
    0.06812,
    4,
  ),
  {
    name: "AIF360's German credit: disparate impact",
    model: 'german',
    query: { measure: 'disparate-impact', privileged: 'male' },
    statistic: toReference(ratioToReference, GERMAN, 'male', 'female'),
    value: 0.896567328205,
    digits: 12,
  },
  {
    name: "AIF360's German credit: mean difference",
    model: 'german',
    query: { measure: 'demographic-parity-difference', privileged: 'male' },
    statistic: toReference(differenceToReference, GERMAN, 'male', 'female'),
    value: -0.0748013090229,
    digits: 12,
  },
  {
    name: "Fairlearn's example: demographic parity ratio",
    model: 'fairlearn',
    query: { measure: 'disparate-impact' },
    statistic: ratioOfExtremes(rates(FAIRLEARN, selected)),
    value: 0.6667,
    digits: 4,
  },
  {
    name: "Fairlearn's example: equalized odds difference",
    model: 'fairlearn',
    query: { measure: 'equalized-odds-difference' },
    statistic: equalizedOddsDifferenceOf(
      differenceOfExtremes(rates(FAIRLEARN, recalled)),
      differenceOfExtremes(rates(FAIRLEARN, falsePositives)),
    ),
    value: 1,
    digits: 12,
  },
  ...ofGroups('true-positive-rate', recalled, { a: 0.5, b: 0.6, c: 0.4 }),
  ...ofGroups('false-positive-rate', falsePositives, { a: 1, b: 0, c: 0.667 }),
  ...ofGroups('selection-rate', selected, { a: 0.75, b: 0.5, c: 0.5 }),
  {
    name: 'UCI Adult: incomes above 50K, women to men',
    model: 'adult',
    query: { measure: 'disparate-impact', privileged: 'Male' },
    statistic: toReference(ratioToReference, ADULT, 'Male', 'Female'),
    value: 1769 / 16192 / (9918 / 32650),
    digits: 12,
  },
];

function ofGroups(
  measure: MeasureId,
  of: typeof selected | typeof recalled | typeof falsePositives,
  values: Readonly<Record<string, number>>,
): Published[] {
  return rates(FAIRLEARN, of).map((rate) => ({
    name: `Fairlearn's example: ${measure} of ${rate.group}`,
    model: 'fairlearn',
    query: { measure },
    group: rate.group,
    statistic: valueOfRate(rate),
    value: values[rate.group] as number,
    digits: 3,
  }));
}

function binnedSeries(model: string, { live, reference }: Binned): SeriesHistory[] {
  const base = { [ATTRIBUTES.modelName]: model, [ATTRIBUTES.modelVersion]: '1' };
  const feature = { ...base, [ATTRIBUTES.featureName]: 'x' };
  const bin = (i: number) => labelsOf({ ...feature, [ATTRIBUTES.featureBin]: `bin ${i}` });
  return [
    ...live.map((count, i) => counter(counterSeries(METRICS.featureObservations), bin(i), { live: count })),
    ...reference.map((count, i) => gauge(gaugeSeries(METRICS.referenceFeatureRatio), bin(i), count / total(reference))),
    gauge(gaugeSeries(METRICS.referenceFeatureMissingRatio), labelsOf(feature), 0),
    gauge(gaugeSeries(METRICS.referenceRows), labelsOf(base), total(reference)),
  ];
}

function groupSeries(model: string, groups: Readonly<Record<string, Confusion>>): SeriesHistory[] {
  const base = { [ATTRIBUTES.modelName]: model, [ATTRIBUTES.modelVersion]: '1' };
  const ofGroup = ([value, [tp, fp, fn, tn]]: [string, Confusion]): SeriesHistory[] => {
    const group = { ...base, [ATTRIBUTES.groupAttribute]: 'group', [ATTRIBUTES.groupValue]: value };
    const cell = (predicted: string, actual: string, live: number): SeriesHistory =>
      counter(
        counterSeries(METRICS.outcomes),
        labelsOf({ ...group, [ATTRIBUTES.outcomePredicted]: predicted, [ATTRIBUTES.outcomeActual]: actual }),
        { live },
      );
    const predictions = (label: string, live: number): SeriesHistory =>
      counter(counterSeries(METRICS.groupPredictions), labelsOf({ ...group, [ATTRIBUTES.predictionClass]: label }), {
        live,
      });
    return [
      cell('yes', 'yes', tp),
      cell('yes', 'no', fp),
      cell('no', 'yes', fn),
      cell('no', 'no', tn),
      predictions('yes', tp + fp),
      predictions('no', fn + tn),
    ];
  };
  return Object.entries(groups).flatMap(ofGroup);
}

test.each(PUBLISHED.map((each) => [each.name, each] as const))('%s, in TypeScript', (_name, each) => {
  expect(each.statistic).toBeCloseTo(each.value, each.digits);
});

describe.each<StoreKind>(['prometheus', 'victoria-metrics'])('%s', (kind) => {
  describeWithStore(kind, 'published values', () => {
    let store: Store;

    beforeAll(async () => {
      store = await startStore({
        kind,
        history: [
          ...binnedSeries('psi', PSI_EXAMPLE),
          ...binnedSeries('noise 100', OF_100),
          ...binnedSeries('noise 1000', OF_1000),
          ...binnedSeries('chi-square', CHI_SQUARE),
          ...groupSeries('german', GERMAN),
          ...groupSeries('fairlearn', FAIRLEARN),
          ...groupSeries('adult', ADULT),
        ],
        extraArguments: kind === 'prometheus' ? ['--storage.tsdb.retention.time=1y'] : ['-retentionPeriod=1y'],
      });
    });

    afterAll(() => store.close());

    const base = (model: string): MeasureQuery => ({
      ...DEFAULT_QUERY,
      where: { model: [model] },
      favorable: 'yes',
      window: WINDOW,
      minimumObservations: 0,
      // Fairlearn's example has groups of four.
      minimumGroupSize: 1,
    });

    test.each(PUBLISHED.map((each) => [each.name, each] as const))('%s, by both roads', async (_name, each) => {
      const query = { ...base(each.model), ...each.query };
      const api = storeApi(store.url);
      const roads = await Promise.all([byPromql(api, query, { time: END }), byCounts(api, query, { time: END })]);
      for (const [values = new Map<string, number>()] of roads) {
        const group = JSON.stringify([GROUP, each.group]);
        const found = [...values].filter(([labels]) => each.group === undefined || labels.includes(group));
        expect(found).toHaveLength(1);
        // Twelve digits are asked of the statistic; a window of Prometheus is a part in 10⁹ short.
        expect(found[0]?.[1]).toBeCloseTo(each.value, Math.min(each.digits, 9));
      }
    });

    test('p-value of χ², which only the data source computes: 0.67309', async () => {
      const query: MeasureQuery = { ...base('chi-square'), measure: 'chi-square-p-value' };
      const [values] = await byCounts(storeApi(store.url), query, { time: END });
      expect([...(values?.values() ?? [])]).toEqual([expect.closeTo(0.67309, 5)]);
      expect(chiSquarePValue(CHI_SQUARE.live, CHI_SQUARE.reference)).toBeCloseTo(0.67309, 5);
      expect(chiSquarePValue(CHI_SQUARE.reference, CHI_SQUARE.live)).toBeCloseTo(0.62339, 5);
    });
  });
});
