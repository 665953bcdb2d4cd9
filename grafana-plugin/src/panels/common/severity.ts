import { t } from '@grafana/i18n';
import type { Limits } from './limits.ts';

export type Severity = 'stable' | 'warning' | 'critical';

/** What a value means under these limits: a value that equals a limit has not crossed it. */
export function severityOf(value: number, { side, warning, critical }: Limits): Severity {
  const crosses = (limit: number): boolean => (side === 'above' ? value > limit : value < limit);
  if (crosses(critical)) return 'critical';
  return warning !== undefined && crosses(warning) ? 'warning' : 'stable';
}

/** The word for how bad a value is. */
export function severityName(severity: Severity): string {
  switch (severity) {
    case 'stable':
      return t('panels.severity.stable', 'stable');
    case 'warning':
      return t('panels.severity.warning', 'warning');
    case 'critical':
      return t('panels.severity.critical', 'critical');
  }
}
