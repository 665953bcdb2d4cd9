import { versionRows, versionsByTraffic } from '../../../../src/pages/model/versions/version-rows.ts';
import { madeUpRow } from '../../made-up-rows.ts';

const ROWS = [
  madeUpRow({ measure: 'throughput', version: '1', value: 2 }),
  madeUpRow({ measure: 'throughput', version: '2', value: 8 }),
  madeUpRow({ feature: 'age', version: '1', value: 0.1 }),
  madeUpRow({ feature: 'age', version: '2', value: 0.3 }),
];

test('each measure of each subject has its values side by side', () => {
  const rows = versionRows(ROWS);
  expect(rows.map(({ area, name, subject }) => [area, name, subject])).toEqual([
    ['Traffic', 'predictions', ''],
    ['Drift', 'PSI', 'age'],
  ]);
  expect(rows[1]?.byVersion.get('2')?.value).toBe(0.3);
});

test('the busiest version is first', () => {
  expect(versionsByTraffic(ROWS)).toEqual(['2', '1']);
});
