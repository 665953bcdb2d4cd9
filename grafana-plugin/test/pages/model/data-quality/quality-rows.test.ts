import { problemRows, qualityRows } from '../../../../src/pages/model/data-quality/quality-rows.ts';
import { lineFrame, tableOf } from '../../made-up-rows.ts';

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

test('problems that occur are listed with their share in training and since when they are beyond their limit', () => {
  const of = (feature: string, value: number) => ({
    measure: 'missing-share',
    feature,
    version: '1',
    value,
    training: 0.01,
    critical: 0.06,
  });
  const rows = problemRows([
    tableOf('missing-share', [of('age', 0.02), of('zip', 0), of('job', 0.2)]),
    lineFrame({
      refId: 'line',
      measure: 'missing-share',
      labels: { ml_feature_name: 'job', ml_model_version: '1' },
      values: [0.01, 0.2, 0.2],
      limits: { side: 'above', critical: 0.06 },
    }),
  ]);
  expect(rows.map(({ row, level, since }) => [row.feature, row.training, level, since])).toEqual([
    ['job', 0.01, 'critical', 60_000],
    ['age', 0.01, 'ok', undefined],
  ]);
});
