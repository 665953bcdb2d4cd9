import { urlUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { RuleValues } from './rule-values.ts';

/** Opens Grafana's editor of alert rules, filled in; it leads back to where the reader is. */
export function openNewRule(values: RuleValues): void {
  const { pathname, search } = locationService.getLocation();
  const defaults = JSON.stringify(values);
  locationService.push(urlUtil.renderUrl('/alerting/new', { defaults, returnTo: `${pathname}${search}` }));
}
