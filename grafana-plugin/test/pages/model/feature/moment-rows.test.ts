import { momentRows } from '../../../../src/pages/model/feature/moment-rows.ts';
import { tableOf } from '../../made-up-rows.ts';

const of = (measure: string, value: number, training?: number) =>
  tableOf(measure, [{ measure, version: '1', value, ...(training === undefined ? {} : { training }) }]);

test('differences are in standard deviations of the training data', () => {
  const rows = momentRows([of('mean', 51, 42), of('standard-deviation', 21, 14), of('minimum', 17), of('maximum', 90)]);
  expect(rows.map(({ moment, row, difference }) => [moment, row.training, row.value, difference])).toEqual([
    ['mean', 42, 51, 9 / 14],
    ['standard-deviation', 14, 21, 0.5],
    // The profile's ends are not recorded.
    ['minimum', NaN, 17, NaN],
    ['maximum', NaN, 90, NaN],
  ]);
});

test('a feature that never varied in training has no such difference, and one of categories no moments', () => {
  expect(momentRows([of('mean', 51, 42), of('standard-deviation', 21, 0)])[0]?.difference).toBeNaN();
  expect(momentRows([])).toEqual([]);
});
