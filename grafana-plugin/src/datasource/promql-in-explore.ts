import { locationUtil, type DataSourceInstanceSettings, type RawTimeRange } from '@grafana/data';
import { config, getDataSourceSrv } from '@grafana/runtime';
import { takesPromql } from '../common/data-source-type.ts';
import { exploreAddress } from '../common/explore-address.ts';

/**
 * The address of Explore with PromQL, on the default data source that takes it or the first one. Undefined where there is
 * none, or no Explore.
 *
 * @param texts - one query each
 */
export function promqlInExplore(texts: readonly string[], range: RawTimeRange): string | undefined {
  const source = config.exploreEnabled ? promqlSource() : undefined;
  if (source === undefined) return undefined;
  const { uid, type } = source;
  const queries = texts.map((expr, i) => ({ refId: refIdOf(i), datasource: { type, uid }, expr }));
  return locationUtil.assureBaseUrl(exploreAddress(uid, queries, range));
}

function promqlSource(): DataSourceInstanceSettings | undefined {
  const sources = getDataSourceSrv().getList({ filter: ({ type }) => takesPromql(type) });
  return sources.find(({ isDefault }) => isDefault) ?? sources[0];
}

const refIdOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);
