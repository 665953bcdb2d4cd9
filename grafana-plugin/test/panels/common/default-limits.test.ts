import { measureById } from '@driftline/shared';
import { DEFAULT_PSI_LIMITS } from '../../../src/panels/common/default-limits.ts';

test('the default limits are those of the measure', () => {
  const { side, warning, critical } = measureById('psi').thresholds ?? {};
  expect(DEFAULT_PSI_LIMITS).toEqual({ side, warning, critical });
});
