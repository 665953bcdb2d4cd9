import { startStore, storeApi, type Store, type StoreKind } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { compile, DEFAULT_QUERY, evaluate, measureById, plan, type Labels, type MeasureQuery } from '@driftline/shared';
import { recordedHistory } from '../recorded-history.ts';
import { profileOfSegment, segmentedProfile, segmentedRegression } from '../segmented-profile.ts';

const END = Math.floor(Date.now() / 1000) - 600;
const VALUES = ['DE', 'FR'] as const;
const ROWS = Array.from({ length: 900 }, (_, i) => ({
  country: ['DE', 'FR', 'IT'][i % 3] as string,
  features: { age: 20 + (i % 50), work: 'State', sex: i % 2 === 0 ? 'Female' : 'Male' },
  score: ((i * 7) % 100) / 100,
  // FR is right less often.
  actual: (i * 7) % 100 >= 50 !== (i % (i % 3 === 1 ? 3 : 9) === 1) ? 'yes' : 'no',
}));

type Asked = Partial<MeasureQuery> & { readonly measure: string };

/** A sample of each family, of what a segment is compared with in each way. */
const MEASURES: readonly Asked[] = [
  ...['psi', 'mean-shift', 'js-distance', 'missing-share', 'maximum'].map((measure) => ({
    measure,
    where: { feature: ['age'] },
  })),
  { measure: 'psi', show: 'critical-value', where: { feature: ['age'] } },
  { measure: 'psi', of: { kind: 'prediction' } },
  ...['accuracy', 'accuracy-drop', 'precision', 'f1', 'roc-auc', 'brier-score', 'expected-calibration-error'].map(
    (measure) => ({ measure }),
  ),
  { measure: 'accuracy', show: 'observations' },
  ...['estimated-accuracy', 'estimated-accuracy-drop'].map((measure) => ({ measure })),
  ...['selection-rate', 'disparate-impact', 'equal-opportunity-difference'].map((measure) => ({ measure })),
];
const OF_NUMBERS: readonly Asked[] = ['mean-absolute-error', 'root-mean-squared-error', 'bias'].map((measure) => ({
  measure,
}));

describe.each<StoreKind>(['prometheus', 'victoria-metrics'])('%s', (kind) => {
  describeWithStore(kind, 'segments', () => {
    let store: Store;

    beforeAll(async () => {
      const [classes, numbers] = [segmentedProfile(), segmentedRegression()];
      const alone = VALUES.flatMap((value) => [
        profileOfSegment(classes, value, `classifier ${value}`),
        profileOfSegment(numbers, value, `regression ${value}`),
      ]);
      const history = await recordedHistory(
        [classes, numbers, ...alone],
        { start: END - 3599, end: END },
        (monitors) => {
          for (const { country, features, score, actual } of ROWS) {
            const prediction = score > 0.5 ? 'yes' : 'no';
            for (const monitor of monitors) {
              const { name } = monitor.profile.model;
              if (name.includes(' ') && !name.endsWith(country)) continue;
              const groups = { ...features, country };
              const [answer, truth] = name.startsWith('classifier')
                ? [prediction, actual]
                : [score, actual === 'yes' ? 1 : 0];
              monitor.record({ features: groups, prediction: answer, score });
              monitor.recordOutcome({ prediction: answer, score, actual: truth, groups });
            }
          }
        },
      );
      store = await startStore({ kind, history });
    });

    afterAll(() => store?.close());

    /** Values by what tells them apart besides model and segment: as PromQL, and from the counts. */
    const roads = async (change: Partial<MeasureQuery>): Promise<(Record<string, number> | undefined)[]> => {
      const query: MeasureQuery = { ...DEFAULT_QUERY, window: '3600s', minimumObservations: 0, ...change };
      const api = storeApi(store.url);
      const valuesOf = (found: readonly (readonly [Labels, number])[]) =>
        Object.fromEntries(
          found
            .filter(([, value]) => Number.isFinite(value))
            .map(([labels, value]) => [nameOf(labels, change), Number(value.toPrecision(9))])
            .sort(),
        );
      const { show = 'value' } = query;
      const texts = plan(query);
      const answers = await Promise.all(texts.map((text) => api.query(text, END)));
      const frames = evaluate(query, {
        times: [END],
        series: new Map(texts.map((text, i) => [text, answers[i]?.series ?? []])),
      });
      const counted = valuesOf(frames.map(({ labels, values }) => [labels, values[show]?.[0] ?? NaN]));
      if (!measureById(query.measure).hasPromql) return [counted];
      const { series } = await api.query(compile(query).promql, END);
      return [counted, valuesOf(series.map(({ labels, values }) => [labels, values[0] ?? NaN]))];
    };

    test.each([
      ...MEASURES.map((query) => ['classifier', query] as const),
      ...OF_NUMBERS.map((query) => ['regression', query] as const),
    ])('%s %j of a segment is that of a model that sees its rows alone', async (model, query) => {
      const where = (name: string) => ({ where: { ...query.where, model: [name] } });
      const [together] = await roads({ ...query, ...where(model), segment: { name: 'country', values: [...VALUES] } });
      const expected = await Promise.all(VALUES.map((value) => roads({ ...query, ...where(`${model} ${value}`) })));
      const found = await Promise.all(
        VALUES.map((value) => roads({ ...query, ...where(model), segment: { name: 'country', values: [value] } })),
      );
      expect(found).toEqual(expected);
      expect(found.every((both) => both.every((values) => Object.keys(values ?? {}).length > 0))).toBe(true);
      expect(Object.keys(together ?? {})).toHaveLength(
        found.reduce((sum, [each]) => sum + Object.keys(each ?? {}).length, 0),
      );
    });

    test('the worst segment is the same on both roads, of each model', async () => {
      const found = await roads({ measure: 'worst-segment', where: { model: ['classifier', 'regression'] } });
      expect(found[1]).toEqual(found[0]);
      expect(Object.keys(found[0] ?? {})).toEqual(['classifier FR', expect.stringMatching(/^regression /)]);
      const few = await roads({ measure: 'worst-segment', minimumObservations: 301 });
      expect(few).toEqual([{}, {}]);
    });
  });
});

/** What tells a value apart besides the model and the segment that are asked for; of several segments, their value too. */
function nameOf(labels: Labels, { segment, measure }: Partial<MeasureQuery>): string {
  const {
    ml_model_name: model = '',
    ml_model_version: _version,
    ml_profile_id: _profile,
    ml_segment_name: _name,
    ml_segment_value: value = '',
    ...others
  } = labels;
  if (measure === 'worst-segment') return `${model} ${value}`;
  const isOne = segment === undefined || segment.values?.length === 1;
  return JSON.stringify([isOne ? '' : value, Object.entries(others).sort()]);
}
