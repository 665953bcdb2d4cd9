import { crossingMarks } from '../../src/backend/crossing-marks.ts';
import { completePanelQuery } from '../../src/backend/panel-query.ts';
import { completeSettings } from '../../src/backend/settings.ts';
import { plan } from '../../src/compiler/plan.ts';
import type { Series } from '../../src/query/answers.ts';
import { FEATURE, MODEL, series } from '../counts/made-up-series.ts';

const BINS = ['≤10', '(10, 20]', '>20'];
const REFERENCE = [0.25, 0.25, 0.5];
/** Counts of the bins, by what a time is like. */
const COUNTS: Readonly<Record<string, readonly number[]>> = {
  '.': [250, 250, 500],
  w: [180, 420, 400],
  x: [50, 850, 100],
  X: [20, 30, 950],
  '?': [NaN, NaN, NaN],
};

/** Annotations of the PSI of a feature whose times, a minute apart, are like these letters. */
function marksOf(like: string, asked: object = {}) {
  const query = completePanelQuery({ measure: 'psi', format: 'annotations', ...asked }, completeSettings({}));
  const times = [...like].map((_, i) => i * 60);
  const always = (labels: Readonly<Record<string, string>>, value: number) => series(labels, ...times.map(() => value));
  const bin = (i: number) => ({ ...FEATURE, ml_feature_bin: BINS[i] as string });
  const answers = new Map<string, readonly Series[]>(
    plan(query).map((text) => {
      if (text.startsWith('count')) return [text, [always(MODEL, 1)]];
      if (text.includes('ml_reference_feature_ratio'))
        return [text, REFERENCE.map((share, i) => always(bin(i), share))];
      if (text.includes('ml_reference')) return [text, [always(FEATURE, 1000)]];
      return [text, BINS.map((_, i) => series(bin(i), ...[...like].map((letter) => COUNTS[letter]?.[i] ?? NaN)))];
    }),
  );
  const { fields } = crossingMarks(query, { times, series: answers }, []);
  const column = (name: string): readonly unknown[] => fields.find((field) => field.name === name)?.values ?? [];
  const minutes = (name: string): number[] => column(name).map((time) => Number(time) / 60_000);
  const ends = minutes('timeEnd');
  return {
    regions: minutes('time').map((start, i) => [start, ends[i]]),
    text: column('text'),
    tags: column('tags'),
    feature: column('feature'),
  };
}

test('a region from crossing to recovery says what crossed, how far and from which bin most', () => {
  expect(marksOf('.xx..')).toEqual({
    regions: [[1, 3]],
    text: ['PSI of age 1.7 > 0.25, most from (10, 20]'],
    tags: ['critical,m,age'],
    feature: ['age'],
  });
});

test('the text is about the worst time of a region', () => {
  expect(marksOf('.XxX..').text).toEqual(['PSI of age 1.7 > 0.25, most from (10, 20]']);
  expect(marksOf('.wXw..', { severity: 'warning' }).text).toEqual(['PSI of age 1.3 > 0.1, most from ≤10']);
});

test('flapping within one window is one region, also where values are missing', () => {
  expect(marksOf('.x..x.?.x.......').regions).toEqual([[1, 9]]);
  expect(marksOf('.x.....x........').regions).toEqual([[1, 8]]);
  expect(marksOf('.x......x.......').regions).toEqual([
    [1, 2],
    [8, 9],
  ]);
});

test('at steps longer than the window, a gap of one step is merged', () => {
  expect(marksOf('.x.x..x.', { window: '10s' }).regions).toEqual([
    [1, 4],
    [6, 7],
  ]);
});

test('a region that has not recovered lasts to the last time', () => {
  expect(marksOf('...xx').regions).toEqual([[3, 4]]);
});

test('the limit is the warning or one that was typed; the tag is what was reached', () => {
  expect(marksOf('.ww..').regions).toEqual([]);
  expect(marksOf('.ww..', { severity: 'warning' })).toMatchObject({
    text: [expect.stringContaining('> 0.1')],
    tags: ['warning,m,age'],
  });
  expect(marksOf('.xx..', { severity: 'warning' }).tags).toEqual(['critical,m,age']);
  expect(marksOf('.ww..', { limit: 0.05 })).toMatchObject({ text: [expect.stringContaining('> 0.05')] });
  expect(marksOf('.ww..', { limit: 3 }).regions).toEqual([]);
});

test('of another measure there are no bins', () => {
  expect(marksOf('.xx..', { measure: 'js-distance' }).text).toEqual([
    expect.stringMatching(/^Jensen.* of age 0\.\d+ > 0\.\d+$/),
  ]);
});
