import { driftMap } from '../../../src/panels/drift-map/map-rows.ts';
import { distributionFrame, measureFrame } from '../../frames.ts';

const LIMITS = { side: 'above', warning: 0.1, critical: 0.25 };
const psi = (name: string, ...values: (number | null)[]) =>
  measureFrame({ measure: 'psi', show: 'value', limits: LIMITS }, { ml_feature_name: name }, values);

const names = (rows: ReturnType<typeof driftMap>['rows']) => rows.map(({ field }) => field.labels?.['ml_feature_name']);
const FRAMES = [psi('low', 0.01, 0.02), psi('was worst', 0.9, 0.03), psi('is worst', 0.1, 0.5)];

test('the worst comes first, by the whole time range or by its end', () => {
  expect(names(driftMap(FRAMES, 'worst').rows)).toEqual(['was worst', 'is worst', 'low']);
  expect(names(driftMap(FRAMES, 'last').rows)).toEqual(['is worst', 'was worst', 'low']);
  expect(names(driftMap(FRAMES, 'name').rows)).toEqual(['is worst', 'low', 'was worst']);
});

test('a hole is no value, and a row without values comes last', () => {
  const { rows } = driftMap([psi('none', null, null), psi('some', null, 0.2)], 'worst');
  expect(names(rows)).toEqual(['some', 'none']);
  expect([...(rows[0]?.values ?? [])]).toEqual([NaN, 0.2]);
  expect(rows[0]).toMatchObject({ worst: 0.2, last: 0.2 });
});

test('where lower is worse, the lowest comes first; without limits, the farthest from zero', () => {
  const below = (name: string, value: number) =>
    measureFrame(
      { measure: 'accuracy', show: 'value', limits: { side: 'below', critical: 0.8 } },
      { ml_feature_name: name },
      [value],
    );
  expect(names(driftMap([below('well', 0.9), below('bad', 0.5)], 'worst').rows)).toEqual(['bad', 'well']);
  const shift = (name: string, value: number) =>
    measureFrame({ measure: 'mean-shift', show: 'value' }, { ml_feature_name: name }, [value]);
  expect(names(driftMap([shift('up', 0.2), shift('down', -0.5)], 'worst').rows)).toEqual(['down', 'up']);
});

test('frames at different times share one axis', () => {
  const late = psi('late', 0.1);
  late.fields[0] = { ...(late.fields[0] as (typeof late.fields)[0]), values: [1_030_000] };
  const { times, rows } = driftMap([psi('early', 0.3), late], 'worst');
  expect(times).toEqual([1_000_000, 1_030_000]);
  expect(rows.map(({ values }) => [...values])).toEqual([
    [0.3, NaN],
    [NaN, 0.1],
  ]);
});

test('what holds no values over time makes no row', () => {
  expect(driftMap([distributionFrame('age', { Live: [1, 0] })], 'worst').rows).toEqual([]);
  expect(driftMap([measureFrame({ measure: 'psi', show: 'critical-value' }, {}, [1])], 'worst').rows).toEqual([]);
});
