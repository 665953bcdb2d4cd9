import { configOf, measureFrames } from '../../src/backend/measure-frames.ts';
import { FEATURE } from '../counts/made-up-series.ts';
import { thresholdsOf } from '../../src/backend/thresholds.ts';
import { PSI_FRAME } from './made-up-frame.ts';

test('a range has a time for each value, in milliseconds, and what panels read', () => {
  expect(measureFrames([PSI_FRAME], 'value', false, ['a', 'b'])).toStrictEqual([
    {
      name: 'age',
      meta: {
        type: 'timeseries-multi',
        typeVersion: [0, 1],
        custom: { measure: 'psi', subject: 'distribution', bin: undefined, limits: PSI_FRAME.limits, show: 'value' },
        executedQueryString: 'a\n\nb',
      },
      fields: [
        { name: 'Time', type: 'time', config: {}, values: [60_000, 120_000] },
        {
          name: 'Value',
          type: 'number',
          labels: FEATURE,
          displayName: 'age',
          config: {
            thresholds: thresholdsOf({ side: 'above', warning: 0.1, critical: 0.25 }),
          },
          values: [0.3, NaN],
        },
      ],
    },
  ]);
});

test('an instant has its value alone, as alert rules take it', () => {
  const [frame] = measureFrames([PSI_FRAME], 'value', true, []);
  expect(frame).toMatchObject({ meta: { type: 'numeric-multi' }, fields: [{ name: 'Value', labels: FEATURE }] });
  expect(frame?.fields).toHaveLength(1);
});

test('what stands behind a value is not taken for it, and has its own unit', () => {
  const [frame] = measureFrames([{ ...PSI_FRAME, unit: 'share' }], 'observations', true, []);
  expect(frame?.meta.custom).toBeUndefined();
  expect(frame?.fields[0]).toMatchObject({ config: { unit: 'short' }, values: [500, 100] });
});

test('a critical value is drawn beside its value, and colored by no limit of it', () => {
  const [frame] = measureFrames([PSI_FRAME], 'critical-value', true, []);
  expect(frame?.meta.custom).toMatchObject({ measure: 'psi', show: 'critical-value' });
  expect(frame?.fields[0]?.config).not.toHaveProperty('thresholds');
});

test('regression: groups that are too small to be shown are said', () => {
  const groups = Array.from({ length: 12 }, (_, i) => ({
    ...PSI_FRAME,
    subject: 'group' as const,
    name: `race: ${i}`,
    values: { value: [i === 0 ? 0.3 : NaN] },
  }));
  const [frame] = measureFrames(groups, 'value', true, []);
  expect(frame?.meta.notices).toEqual([
    {
      severity: 'info',
      text: expect.stringMatching(/^Too few people to show a value: race: 1, .*race: 10 and 1 more\.$/),
    },
  ]);
  expect(measureFrames(groups.slice(0, 1), 'value', true, [])[0]?.meta.notices).toBeUndefined();
});

test('regression: shares that are all zero have an axis to 100 %, and bars of shares start at zero', () => {
  const shares = (value: number) => ({ ...PSI_FRAME, unit: 'share' as const, values: { value: [value, NaN] } });
  const configs = (frames: (typeof PSI_FRAME)[], instant = false) =>
    measureFrames(frames, 'value', instant, []).map(({ fields }) => fields[fields.length - 1]?.config);
  expect(configs([shares(0), shares(0)])).toMatchObject([{ max: 1 }, { max: 1 }]);
  expect(configs([shares(0), shares(0.1)]).some((config) => 'max' in (config ?? {}))).toBe(false);
  expect(configs([shares(0.1)], true)).toMatchObject([{ min: 0 }]);
  expect(configs([shares(0.1)])[0]).not.toHaveProperty('min');
});

test('a series without any value is none, and no value is infinite', () => {
  const none = { ...PSI_FRAME, values: { value: [NaN, NaN] } };
  expect(measureFrames([none], 'value', false, [])).toEqual([]);
  expect(measureFrames([PSI_FRAME], 'lower', false, [])).toEqual([]);
  const infinite = { ...PSI_FRAME, values: { value: [Infinity, 1] } };
  expect(measureFrames([infinite], 'value', true, [])[0]?.fields[0]?.values).toEqual([NaN, 1]);
});

test.each([
  ['share', 'percentunit'],
  ['seconds', 's'],
  ['per second', 'count:predictions/s'],
] as const)('%s is %s in Grafana', (unit, inGrafana) => {
  expect(configOf(unit, 'value')).toEqual({ unit: inGrafana });
  expect(configOf('index', 'value')).toEqual({});
});
