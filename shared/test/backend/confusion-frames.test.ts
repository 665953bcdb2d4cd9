import { confusionFrames } from '../../src/backend/confusion-frames.ts';
import { plan } from '../../src/compiler/plan.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { MODEL, series } from '../counts/made-up-series.ts';

const query = { ...DEFAULT_QUERY, measure: 'accuracy', favorable: 'yes' };
const cell = (predicted: string, actual: string, ...counts: number[]) =>
  series({ ...MODEL, ml_outcome_predicted: predicted, ml_outcome_actual: actual }, ...counts);

function framesOf(cells: readonly ReturnType<typeof cell>[], instant = false) {
  const answers = new Map(plan(query).map((text) => [text, text.includes('ml_outcomes_total') ? cells : []]));
  return confusionFrames({ ...query, instant }, { times: [60, 120], series: answers }, ['asked']);
}

test('a frame for each pair of classes, with its counts over time', () => {
  const frames = framesOf([cell('yes', 'no', 1, 2), cell('no', 'no', NaN, 5)]);
  expect(frames.map(({ fields }) => fields[1]?.values)).toEqual([
    [NaN, 5],
    [1, 2],
  ]);
  expect(frames[1]).toMatchObject({
    name: 'predicted yes, actual no',
    meta: { custom: { show: 'confusion', favorable: 'yes' }, executedQueryString: 'asked' },
    fields: [
      { values: [60_000, 120_000] },
      { labels: { ...MODEL, ml_outcome_predicted: 'yes', ml_outcome_actual: 'no' } },
    ],
  });
});

test('an instant has the counts alone, and no outcome is no frame', () => {
  expect(framesOf([cell('yes', 'yes', 3, 3)], true)[0]?.fields).toHaveLength(1);
  expect(framesOf([cell('yes', 'yes', 0, 0)])).toEqual([]);
});
