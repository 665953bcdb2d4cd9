import { MEASURES, measureById } from '../../src/measures/registry.ts';

test('every identifier has exactly one measure', () => {
  const ids = MEASURES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('limits that users expect', () => {
  expect(measureById('psi').thresholds).toMatchObject({ side: 'above', warning: 0.1, critical: 0.25 });
  expect(measureById('accuracy-drop').thresholds).toMatchObject({ side: 'above', critical: 0.05 });
  expect(measureById('disparate-impact').thresholds).toMatchObject({ side: 'below', critical: 0.8 });
  expect(measureById('latency-quantile').thresholds).toMatchObject({ side: 'above', critical: 0.2 });
  expect(measureById('missing-share').thresholds).toMatchObject({ side: 'above', critical: 0.05 });
});

test('an unknown measure is refused with the known ones', () => {
  expect(() => measureById('pis')).toThrow('There is no measure "pis": choose one of psi, psi-critical-value');
});
