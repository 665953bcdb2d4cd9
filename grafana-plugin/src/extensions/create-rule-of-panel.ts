import { getDataSourceSrv } from '@grafana/runtime';
import { completeQuery } from '@driftline/shared';
import { createRule } from '../datasource/create-rule.ts';
import type { DriftlineDataSource } from '../datasource/DriftlineDataSource.ts';
import { noSuchMeasure } from '../datasource/no-such-measure.ts';
import { driftlineQueries, type AskedContext } from './asked-context.ts';

/**
 * Opens Grafana's editor with a rule of the first query to Driftline of a panel.
 *
 * @throws {Error} that says why it cannot be one
 */
export async function createRuleOfPanel(context: AskedContext): Promise<void> {
  const [saved] = driftlineQueries(context);
  if (saved === undefined) return;
  const { scopedVars, data, dashboard, id } = context;
  const dataSource = (await getDataSourceSrv().get(saved.datasource, scopedVars)) as unknown as DriftlineDataSource;
  const query = completeQuery({ window: dataSource.getDefaultQuery().window, ...saved });
  const measure = (await dataSource.measures()).find((each) => each.id === query.measure);
  if (measure === undefined) {
    throw new Error(noSuchMeasure(query.measure));
  }
  const uid = dashboard?.uid ?? '';
  createRule({
    measure,
    query,
    dataSource: dataSource.uid,
    panel: uid === '' || id === undefined ? undefined : { dashboard: uid, panel: id },
    scopedVars,
    filters: data?.request?.filters,
  });
}
