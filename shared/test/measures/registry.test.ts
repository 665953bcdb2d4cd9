import { MEASURES, measureById } from '../../src/measures/registry.ts';
import { MEASURE_IDS } from '../../src/measures/measure-ids.ts';

test('every identifier has exactly one measure', () => {
  expect(MEASURES.map((measure) => measure.id).sort()).toEqual([...MEASURE_IDS].sort());
});

test('thresholds that users expect', () => {
  expect(measureById('psi').thresholds).toMatchObject({ side: 'above', warning: 0.1, alarm: 0.25 });
  expect(measureById('accuracy-drop').thresholds).toMatchObject({ side: 'above', alarm: 0.05 });
  expect(measureById('disparate-impact').thresholds).toMatchObject({ side: 'below', alarm: 0.8 });
  expect(measureById('latency-quantile').thresholds).toMatchObject({ side: 'above', alarm: 0.2 });
  expect(measureById('missing-share').thresholds).toMatchObject({ side: 'above', alarm: 0.05 });
});

test('an unknown measure is refused with the known ones', () => {
  expect(() => measureById('pis')).toThrow('There is no measure "pis": choose one of psi, psi-critical-value');
});
