import { labelRows } from '../../../../src/pages/model/performance/label-rows.ts';
import { madeUpRow } from '../../made-up-rows.ts';

test('labels of a version are those that most of its measures rest on, for each prediction of the window', () => {
  const median = madeUpRow({ measure: 'label-delay', version: '2', value: 60 });
  expect(
    labelRows({
      measured: [
        madeUpRow({ version: '2', observations: 900 }),
        madeUpRow({ version: '2', observations: NaN }),
        madeUpRow({ version: '1', observations: 30 }),
      ],
      throughput: [madeUpRow({ version: '2', value: 0.5 })],
      median: [median],
      late: [],
      windowSeconds: 3600,
    }),
  ).toEqual([
    { version: '1', labels: 30, perPrediction: NaN, median: undefined, late: undefined },
    { version: '2', labels: 900, perPrediction: 0.5, median, late: undefined },
  ]);
});
