import { t } from '@grafana/i18n';
import { getDataSourceSrv, getTemplateSrv, locationService } from '@grafana/runtime';
import { DATA_SOURCE_TYPE } from '../common/data-source-type.ts';
import { exploreAddress } from '../common/explore-address.ts';
import type { DriftlineDataSource } from '../datasource/DriftlineDataSource.ts';
import { DEFAULT_DRIFTLINE_QUERY, type DriftlineQuery } from '../datasource/types.ts';
import type { AskedContext } from './asked-context.ts';
import { panelHistogram } from './panel-histogram.ts';

/** A distribution is compared with the one at the same time of the day before. */
const OFFSET = '1d';
const WINDOW = '1h';

/**
 * Opens Explore with the drift of a panel's histogram. The edges of its bins are those of the store.
 *
 * @throws {Error} if no data source of Driftline finds the histogram
 */
export async function watchHistogram(context: AskedContext): Promise<void> {
  const histogram = panelHistogram(context);
  if (histogram === undefined) return;
  const selector = getTemplateSrv().replace(histogram.selector, context.scopedVars, promqlText);
  const found = await dataSourceWith(selector, context);
  if (found === undefined) {
    throw new Error(
      t(
        'extensions.watch-histogram.not-found',
        'No Driftline data source finds {{- selector}}: its URL has to be that of the store of this panel.',
        { selector },
      ),
    );
  }
  const { uid, edges } = found;
  const query: DriftlineQuery = {
    ...DEFAULT_DRIFTLINE_QUERY,
    refId: 'A',
    datasource: { type: DATA_SOURCE_TYPE, uid },
    window: WINDOW,
    of: { kind: 'histogram', selector, edges, by: histogram.by },
    baseline: { kind: 'earlier', offset: OFFSET },
  };
  locationService.push(exploreAddress(uid, [query], context.timeRange));
}

/** The first data source whose store has the buckets. */
async function dataSourceWith(selector: string, { data }: AskedContext) {
  for (const { uid } of getDataSourceSrv().getList({ pluginId: DATA_SOURCE_TYPE })) {
    const dataSource = (await getDataSourceSrv().get({ uid })) as unknown as DriftlineDataSource;
    const edges = await dataSource.edges(selector, data?.timeRange);
    if (edges.length > 0) return { uid, edges };
  }
  return undefined;
}

/** The value of a variable within a text of PromQL: one as it is, several as alternatives of a regular expression. */
function promqlText(value: unknown): string {
  const text = Array.isArray(value) ? `(${value.map((each) => escaped(String(each))).join('|')})` : String(value);
  return text.replace(/[\\"]/g, '\\$&');
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
