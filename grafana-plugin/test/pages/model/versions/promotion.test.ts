import { comparedRows, promotion } from '../../../../src/pages/model/versions/promotion.ts';
import { versionRows } from '../../../../src/pages/model/versions/version-rows.ts';
import type { MeasureRow } from '../../../../src/pages/values/measure-rows.ts';
import { madeUpRow } from '../../made-up-rows.ts';

const PAIR = { candidate: '2', against: '1' };

/** One measure in both versions, the newer one first. */
const both = (newer: number, older: number, more: Partial<MeasureRow> = {}): MeasureRow[] => [
  madeUpRow({ measure: 'latency-quantile', version: '2', value: newer, ...more }),
  madeUpRow({ measure: 'latency-quantile', version: '1', value: older, ...more }),
];

const sentenceOf = (...rows: MeasureRow[]): string =>
  promotion(comparedRows(versionRows(rows), PAIR), PAIR, 0.1).sentence;

test.each([
  [both(0.1, 0.2), '1 better (p99), none worse, 0 within noise: a case for promoting it.'],
  [both(0.2, 0.1), 'none better, 1 worse (p99), 0 within noise: a case for rolling it back.'],
  [both(0.1, 0.1), 'none better, none worse, 1 within noise: nothing speaks against promoting it.'],
  [
    [...both(0.1, 0.2), ...both(0.2, 0.1, { measure: 'psi', feature: 'age' })],
    '1 better (p99), 1 worse (age PSI), 0 within noise: weigh one against the other.',
  ],
])('what is better and what is worse makes the case', (rows, end) => {
  expect(sentenceOf(...rows)).toBe(`2 gets 10 % of the predictions. Against 1: ${end}`);
});

test('the accuracy drop is not counted beside the accuracy, and traffic not at all', () => {
  expect(sentenceOf(...both(0.1, 0.2, { measure: 'accuracy-drop' }), ...both(1, 9, { measure: 'throughput' }))).toMatch(
    /too few observations to compare it with 1\.$/,
  );
});

test('a version alone has nothing to be held against, and without any there is no case', () => {
  expect(promotion([], { candidate: '2', against: '2' }, 1).sentence).toBe(
    '2 gets 100 % of the predictions; it is the only version.',
  );
  expect(promotion([], { candidate: '', against: '' }, NaN).sentence).toBe('No version predicts in the window.');
});

test('what is worse comes first', () => {
  const rows = versionRows([
    ...both(0.1, 0.1, { feature: 'noise' }),
    ...both(0.1, 0.2, { feature: 'better' }),
    ...both(0.2, 0.1, { feature: 'worse' }),
  ]);
  expect(comparedRows(rows, PAIR).map(({ subject }) => subject)).toEqual(['worse', 'better', 'noise']);
});
