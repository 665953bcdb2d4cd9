import { driftRows } from '../../../../src/pages/model/drift/drift-rows.ts';
import { lineFrame, tableOf } from '../../made-up-rows.ts';

const of = (feature: string, more: object) => ({ measure: 'psi', version: '2', feature, critical: 0.25, ...more });

test('features stand with the bin that moved most, their missing share, and since when', () => {
  const frames = [
    tableOf('now', [of('hours', { value: 0.01 }), of('age', { value: 0.31 })]),
    tableOf('contributions', [
      of('age', { measure: 'psi-contribution', bin: '≤25.4999', value: 0.07 }),
      of('age', { measure: 'psi-contribution', bin: '>60.3333', value: 0.2 }),
    ]),
    tableOf('missing', [of('age', { measure: 'missing-share', value: 0.002 })]),
    lineFrame({
      refId: 'drift over time',
      measure: 'psi',
      labels: { ml_feature_name: 'age', ml_model_version: '2' },
      values: [0.1, 0.3],
      limits: { side: 'above', critical: 0.25 },
    }),
  ];
  expect(driftRows(frames)).toEqual([
    expect.objectContaining({ level: 'critical', since: 60_000, bin: '>60.3333', binText: '>60', missing: 0.002 }),
    expect.objectContaining({ level: 'ok', since: undefined, bin: '', binText: '', missing: NaN, line: undefined }),
  ]);
});
