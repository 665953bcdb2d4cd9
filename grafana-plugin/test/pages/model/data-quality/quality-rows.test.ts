import { qualityRows } from '../../../../src/pages/model/data-quality/quality-rows.ts';
import { tableOf } from '../../made-up-rows.ts';

test('a feature has all of its problems, and the worst decides', () => {
  const of = (measure: string, feature: string, value: number) => ({
    measure,
    feature,
    version: '1',
    value,
    observations: 100,
    critical: 0.05,
  });
  const rows = qualityRows([
    tableOf('missing-share', [of('missing-share', 'age', 0.01), of('missing-share', 'job', 0.02)]),
    tableOf('invalid-share', [of('invalid-share', 'age', 0), of('invalid-share', 'job', 0.2)]),
  ]);
  expect(rows.map(({ feature, level }) => [feature, level])).toEqual([
    ['job', 'critical'],
    ['age', 'ok'],
  ]);
  expect([...(rows[0]?.problems.keys() ?? [])]).toEqual(['missing-share', 'invalid-share']);
});
