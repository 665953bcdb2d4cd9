import { distributionFrames } from '../../src/backend/distribution-frames.ts';
import { plan } from '../../src/compiler/plan.ts';
import type { Series } from '../../src/query/answers.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { FEATURE, MODEL, series } from '../counts/made-up-series.ts';

const psi: MeasureQuery = { ...DEFAULT_QUERY, measure: 'psi' };

function framesOf(query: MeasureQuery, live: readonly number[], reference: readonly number[]) {
  const bins = (counts: readonly number[]) =>
    counts.map((count, i) => series({ ...FEATURE, ml_feature_bin: ['≤10', '(10, 20]', '>20'][i] as string }, count));
  const answers = new Map<string, readonly Series[]>(
    plan(query).map((text) => {
      if (text.startsWith('count')) return [text, [series(MODEL, 1)]];
      if (text.includes('ml_reference_feature_ratio')) return [text, bins(reference)];
      if (text.includes('ml_reference')) return [text, [series(FEATURE, 1000)]];
      return [text, bins(live)];
    }),
  );
  return distributionFrames(query, { times: [60], series: answers }, ['asked']);
}

const column = (frames: ReturnType<typeof framesOf>, name: string) =>
  frames[0]?.fields.find((field) => field.name === name)?.values;

test('one query gives both sides and what each bin contributes', () => {
  const frames = framesOf(psi, [100, 200, 100], [0.25, 0.25, 0.5]);
  expect(frames).toHaveLength(1);
  expect(frames[0]).toMatchObject({
    name: 'age',
    meta: {
      type: 'table',
      custom: { measure: 'psi', show: 'distribution', labels: FEATURE, observations: 400, baseline: 'Training data' },
      executedQueryString: 'asked',
    },
  });
  expect(column(frames, 'Bin')).toEqual(['≤10', '(10, 20]', '>20']);
  expect(column(frames, 'Live')).toEqual([0.25, 0.5, 0.25]);
  expect(column(frames, 'Live count')).toEqual([100, 200, 100]);
  expect(column(frames, 'Training data')).toEqual([0.25, 0.25, 0.5]);
  const contributions = column(frames, 'Contribution') as readonly number[];
  const [, moved = NaN] = contributions;
  expect(moved).toBeCloseTo(0.25 * Math.log(2), 10);
  const { value } = frames[0]?.meta.custom as { value: number };
  expect(contributions.reduce((sum, each) => sum + each, 0)).toBeCloseTo(value, 10);
});

test('another measure has no contributions', () => {
  const frames = framesOf({ ...psi, measure: 'js-distance' }, [100, 200, 100], [0.25, 0.25, 0.5]);
  expect(column(frames, 'Contribution')).toBeUndefined();
  expect(frames[0]?.meta.custom).toMatchObject({ measure: 'js-distance', value: expect.any(Number) });
});

test('without a baseline the live side is shown, and with too few observations nothing', () => {
  expect(framesOf(psi, [100, 200, 100], [])[0]?.fields.map(({ name }) => name)).toEqual(['Bin', 'Live', 'Live count']);
  expect(framesOf(psi, [10, 20, 10], [0.25, 0.25, 0.5])).toEqual([]);
});

test('each baseline has its name', () => {
  const titles = [
    { ...psi, baseline: { kind: 'earlier', offset: '1w' } as const },
    { ...psi, where: { version: ['1'] }, baseline: { kind: 'version', version: '0' } as const },
  ].map((query) => framesOf(query, [100, 200, 100], [])[0]?.meta.custom as { baseline?: string });
  expect(titles.map(({ baseline }) => baseline)).toEqual(['1w earlier', 'Version 0']);
});

test('predictions are named by their model', () => {
  const query: MeasureQuery = { ...psi, of: { kind: 'prediction' } };
  const classes = (counts: readonly number[]) =>
    counts.map((count, i) => series({ ...MODEL, ml_prediction_bin: `${i}` }, count));
  const answers = new Map<string, readonly Series[]>(
    plan(query).map((text) => [
      text,
      text.startsWith('count')
        ? [series(MODEL, 1)]
        : classes(text.includes('ml_reference') && text.includes('ratio') ? [0.5, 0.5] : [300, 300]),
    ]),
  );
  const [frame] = distributionFrames(query, { times: [60], series: answers }, []);
  expect(frame?.name).toBe('predictions of m 1');
});
