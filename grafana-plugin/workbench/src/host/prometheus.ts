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
  type LegacyMetricFindQueryOptions,
  type MetricFindValue,
} from '@grafana/data';
import { backEnd } from './back-end.ts';
import { dataSourceMeta } from './plugin-meta.ts';
import { templates } from './templates.ts';

const PROMETHEUS = { type: 'prometheus', uid: 'prometheus' } as const;

interface PromqlQuery extends DataQuery {
  readonly expr?: string;
  /** Name of each series, with values of its labels in double braces. */
  readonly legendFormat?: string;
}

interface Names {
  readonly data: readonly string[];
}

interface Matrix {
  readonly data: {
    readonly result: ReadonlyArray<{
      readonly metric: Labels;
      readonly values: ReadonlyArray<readonly [seconds: number, value: string]>;
    }>;
  };
}

/** What a variable asks: `label_values(series, label)`. */
const LABEL_VALUES = /^label_values\((?<series>.*), (?<label>\w+)\)$/;

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
      targets.map(async ({ refId, expr, legendFormat }) => {
        const query = templates.replace(expr, scopedVars, promqlText);
        const step = Math.max(15, intervalMs / 1000);
        const answer = await backEnd.get<Matrix>('/api/workbench/prometheus', { query, start, end, step });
        return answer.data.result.map((series) => frameOf(refId, series, legendFormat));
      }),
    );
    return { data: frames.flat() };
  }

  override async metricFindQuery(text: string, options?: LegacyMetricFindQueryOptions): Promise<MetricFindValue[]> {
    const asked = LABEL_VALUES.exec(templates.replace(text, options?.scopedVars, promqlText))?.groups;
    if (asked === undefined) throw new Error(`The workbench knows label_values(series, label) alone, not ${text}.`);
    const { series, label } = asked as { series: string; label: string };
    const answer = await backEnd.get<Names>(`/api/workbench/prometheus/${label}`, { 'match[]': series });
    return answer.data.map((name) => ({ text: name }));
  }

  override testDatasource(): never {
    throw new Error('The workbench does not show the settings of this data source.');
  }
}

/** What PromQL reads for a variable: alternatives where it has several values, which may not be all of them. */
export function promqlText(value: unknown): string {
  const values = [value].flat().map(String);
  if (values.includes('$__all')) return '.*';
  return Array.isArray(value)
    ? values.map((each) => each.replace(/[\\^$.*+?()[\]{}|]/g, '\\\\$&')).join('|')
    : String(value);
}

function frameOf(
  refId: string,
  { metric, values }: Matrix['data']['result'][number],
  legend: string | undefined,
): DataFrame {
  const name = legend?.replace(/{{(\w+)}}/g, (_, label: string) => metric[label] ?? '');
  return toDataFrame({
    refId,
    fields: [
      { name: 'Time', type: FieldType.time, values: values.map(([seconds]) => seconds * 1000) },
      {
        name: 'Value',
        type: FieldType.number,
        labels: metric,
        config: name === undefined ? {} : { displayNameFromDS: name },
        values: values.map(([, value]) => Number(value)),
      },
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
