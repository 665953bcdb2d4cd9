import { measureById } from '@driftline/shared';

export type Severity = 'stable' | 'moderate' | 'alarm';

/** What a PSI means by the default thresholds. */
export function severityOf(psi: number): Severity {
  const { warning = 0.1, alarm = 0.25 } = measureById('psi').thresholds ?? {};
  if (psi > alarm) return 'alarm';
  return psi > warning ? 'moderate' : 'stable';
}
