import type { MeasureFrame } from '@driftline/shared';
import { dataFramesOf } from '../../src/datasource/data-frames.ts';

const PSI: MeasureFrame = {
  measure: 'psi',
  subject: 'distribution',
  unit: 'index',
  limits: { side: 'above', warning: 0.1, critical: 0.25 },
  labels: { ml_feature_name: 'age' },
  name: 'age',
  times: [10, 20, 30],
  values: { value: [0.1, NaN, 0.3], observations: [500, 3, 700] },
};

test('a frame carries times in milliseconds, holes, labels, and what panels need to know of the measure', () => {
  const [frame] = dataFramesOf([PSI], 'A', 'value');
  expect(frame).toMatchObject({
    refId: 'A',
    name: 'age',
    length: 3,
    meta: {
      custom: { measure: 'psi', subject: 'distribution', limits: { side: 'above', warning: 0.1, critical: 0.25 } },
    },
  });
  expect(frame?.fields[0]?.values).toEqual([10_000, 20_000, 30_000]);
  expect(frame?.fields[1]).toMatchObject({
    labels: { ml_feature_name: 'age' },
    values: [0.1, null, 0.3],
    config: { displayNameFromDS: 'age' },
  });
});

test('counts are numbers without the measure’s unit, and no panel takes them for its value', () => {
  const [frame] = dataFramesOf([{ ...PSI, unit: 'share' }], 'A', 'observations');
  expect(frame?.fields[1]?.config.unit).toBe('short');
  expect(frame?.meta).toBeUndefined();
});

test.each([
  ['share', 'percentunit'],
  ['seconds', 's'],
  ['per second', 'reqps'],
] as const)('a %s is shown as %s', (unit, grafana) => {
  expect(dataFramesOf([{ ...PSI, unit }], 'A', 'value')[0]?.fields[1]?.config.unit).toBe(grafana);
});

test('a series without any value is no frame', () => {
  const nothing = { ...PSI, values: { value: [NaN, NaN, NaN], observations: [3, 3, 3] } };
  expect(dataFramesOf([nothing], 'A', 'value')).toEqual([]);
  expect(dataFramesOf([nothing], 'A', 'observations')).toHaveLength(1);
});
