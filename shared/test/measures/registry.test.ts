import { MEASURES, measureById } from '../../src/measures/registry.ts';

test('every identifier has exactly one measure', () => {
  const ids = MEASURES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('limits that users expect', () => {
  expect(measureById('psi').thresholds).toMatchObject({ side: 'above', warning: 0.1, critical: 0.25 });
  expect(measureById('accuracy-drop').thresholds).toMatchObject({ side: 'above', warning: 0.03, critical: 0.05 });
  expect(measureById('disparate-impact').thresholds).toMatchObject({ side: 'below', warning: 0.9, critical: 0.8 });
  expect(measureById('latency-quantile').thresholds).toMatchObject({ side: 'above', warning: 0.15, critical: 0.2 });
  expect(measureById('missing-share').thresholds).toMatchObject({ side: 'above', warning: 0.02, critical: 0.05 });
});

test('an unknown measure is refused with the known ones', () => {
  expect(() => measureById('pis')).toThrow('There is no measure "pis": choose one of psi, prediction-psi');
});

test('whatever has a limit has a warning before it, but for what is there or not at all', () => {
  const single = MEASURES.filter(({ thresholds }) => thresholds !== undefined && thresholds.warning === undefined);
  const ids = single.map(({ id }) => id);
  expect(ids).toEqual(['js-distance', 'hellinger-distance', 'no-traffic', 'reference-missing', 'telemetry-lost']);
});
