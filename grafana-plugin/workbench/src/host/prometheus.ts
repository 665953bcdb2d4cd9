import {
  DataSourceApi,
  FieldType,
  toDataFrame,
  type DataFrame,
  type DataQuery,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type Labels,
} from '@grafana/data';
import { backEnd } from './back-end.ts';
import { dataSourceMeta } from './plugin-meta.ts';
import { templates } from './templates.ts';

const PROMETHEUS = { type: 'prometheus', uid: 'prometheus' } as const;

interface PromqlQuery extends DataQuery {
  readonly expr?: string;
}

interface Matrix {
  readonly data: {
    readonly result: ReadonlyArray<{
      readonly metric: Labels;
      readonly values: ReadonlyArray<readonly [seconds: number, value: string]>;
    }>;
  };
}

/** Stands in for Grafana's own data source of Prometheus: PromQL over time, from the store of the workbench. */
export class PrometheusStandIn extends DataSourceApi<PromqlQuery> {
  override async query({
    targets,
    range,
    intervalMs,
    scopedVars,
  }: DataQueryRequest<PromqlQuery>): Promise<DataQueryResponse> {
    const [start, end] = [range.from.valueOf() / 1000, range.to.valueOf() / 1000];
    const frames = await Promise.all(
      targets.map(async ({ refId, expr }) => {
        const query = templates.replace(expr, scopedVars);
        const step = Math.max(15, intervalMs / 1000);
        const answer = await backEnd.get<Matrix>('/api/workbench/prometheus', { query, start, end, step });
        return answer.data.result.map((series) => frameOf(refId, series));
      }),
    );
    return { data: frames.flat() };
  }

  override testDatasource(): never {
    throw new Error('The workbench does not show the settings of this data source.');
  }
}

function frameOf(refId: string, { metric, values }: Matrix['data']['result'][number]): DataFrame {
  return toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map(([seconds]) => seconds * 1000) },
      { name: 'Value', type: FieldType.number, labels: metric, values: values.map(([, value]) => Number(value)) },
    ],
  });
}

export const PROMETHEUS_SETTINGS: DataSourceInstanceSettings = {
  ...PROMETHEUS,
  id: 2,
  name: 'Prometheus',
  access: 'proxy',
  readOnly: true,
  jsonData: {},
  meta: dataSourceMeta(PROMETHEUS.type, 'Prometheus', ''),
};
