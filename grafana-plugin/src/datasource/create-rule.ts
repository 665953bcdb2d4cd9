import type { DataQueryRequest } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import type { MeasureInfo } from '@driftline/shared';
import { literalQuery } from './literal-query.ts';
import { openNewRule } from './open-new-rule.ts';
import { ruleValues, type PanelOfDashboard } from './rule-values.ts';
import type { DriftlineQuery } from './types.ts';

/** What a rule is created from: a query where it stands. */
export interface RuleOrigin extends Partial<Pick<DataQueryRequest, 'scopedVars' | 'filters'>> {
  readonly measure: MeasureInfo;
  readonly query: DriftlineQuery;
  /** UID of the data source that is asked. */
  readonly dataSource: string;
  readonly panel?: PanelOfDashboard | undefined;
}

/**
 * Opens Grafana's editor with a rule of a query.
 *
 * @throws {Error} that says why the query cannot be one of a rule
 */
export function createRule({ query, scopedVars, filters, ...source }: RuleOrigin): void {
  openNewRule(ruleValues({ ...source, query: literalQuery(query, getTemplateSrv(), scopedVars, filters) }));
}
