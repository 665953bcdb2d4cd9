import { DEFAULT_PSI_LIMITS } from '../../../src/panels/common/default-limits.ts';
import { driftLimits, frameLimits } from '../../../src/panels/drift/drift-limits.ts';
import { measureFrame } from '../../frames.ts';

test('limits come from the frames', () => {
  const limits = { side: 'below', critical: 0.8 };
  expect(driftLimits([measureFrame({ measure: 'disparate-impact', limits }, {}, [1])], {})).toEqual(limits);
});

test('a PSI without limits has the default ones', () => {
  expect(driftLimits([measureFrame({ measure: 'psi' }, {}, [0.1])], {})).toEqual(DEFAULT_PSI_LIMITS);
});

test('a measure without limits has none, and neither has a frame of another data source', () => {
  expect(driftLimits([measureFrame({ measure: 'latency-quantile' }, {}, [0.1])], {})).toBeUndefined();
  expect(driftLimits([measureFrame(undefined, {}, [0.1])], {})).toBeUndefined();
});

test('options override', () => {
  expect(driftLimits([measureFrame({ measure: 'psi' }, {}, [0.1])], { critical: 0.5 })).toEqual({
    side: 'above',
    warning: 0.1,
    critical: 0.5,
  });
  expect(driftLimits([measureFrame(undefined, {}, [0.1])], { critical: 3 })).toEqual({ side: 'above', critical: 3 });
});

test('limits that differ between the series of a measure are no line, and those of another measure do not matter', () => {
  const missing = (critical: number) =>
    measureFrame({ measure: 'missing-share', limits: { side: 'above', critical } }, {}, [0.3]);
  const other = measureFrame({ measure: 'psi' }, {}, [0.1]);
  expect(driftLimits([missing(0.05), missing(0.335)], {})).toBeUndefined();
  expect(driftLimits([missing(0.05), missing(0.05), other], {})).toEqual({ side: 'above', critical: 0.05 });
  expect(driftLimits([missing(0.05), missing(0.335)], { critical: 0.5 })).toEqual({ side: 'above', critical: 0.5 });
  expect(frameLimits(missing(0.335), {})).toEqual({ side: 'above', critical: 0.335 });
});
