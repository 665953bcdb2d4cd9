import { MEASURES, measureById } from '../../src/measures/registry.ts';
import { MEASURE_IDS } from '../../src/query/measure-query.ts';

test('every identifier has exactly one measure', () => {
  expect(MEASURES.map((measure) => measure.id).sort()).toEqual([...MEASURE_IDS].sort());
});

test('thresholds that users expect', () => {
  expect(measureById('psi').thresholds).toEqual({ side: 'above', warning: 0.1, alarm: 0.25 });
  expect(measureById('disparate-impact').thresholds).toEqual({ side: 'below', alarm: 0.8 });
  expect(measureById('latency-quantile').thresholds).toEqual({ side: 'above', alarm: 0.2 });
  expect(measureById('missing-share').thresholds).toEqual({ side: 'above', alarm: 0.05 });
});

test('an unknown measure is refused with the known ones', () => {
  expect(() => measureById('pis')).toThrow('There is no measure "pis": choose one of psi, psi-critical-value');
});
