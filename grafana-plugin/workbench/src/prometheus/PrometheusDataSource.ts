import {
  DataSourceApi,
  FieldType,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type MetricFindValue,
  type TestDataSourceResponse,
} from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import { labelValuesOf, queryApi, type PrometheusSeries } from './api.ts';

interface PrometheusQuery extends DataQuery {
  readonly expr: string;
  readonly legendFormat?: string;
  readonly instant?: boolean;
}

/**
 * Stands in for Grafana's Prometheus data source, which cannot be had apart from Grafana: it asks the HTTP API of a real
 * store, and answers with one frame a series, named by the query's legend format.
 */
export class PrometheusDataSource extends DataSourceApi<PrometheusQuery> {
  readonly #url: string;

  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
    this.#url = settings.url ?? '';
  }

  override async query(request: DataQueryRequest<PrometheusQuery>): Promise<DataQueryResponse> {
    const answers = await Promise.all(request.targets.map((target) => this.#frames(target, request)));
    return { data: answers.flat() };
  }

  async #frames(target: PrometheusQuery, request: DataQueryRequest): Promise<DataFrame[]> {
    const from = request.range.from.valueOf() / 1000;
    const to = request.range.to.valueOf() / 1000;
    const step = Math.max(Math.round(request.intervalMs / 1000), 1);
    const asked: { path: string; parameters: Record<string, string | number> } =
      target.instant === true
        ? { path: 'query', parameters: { query: target.expr, time: to } }
        : { path: 'query_range', parameters: { query: target.expr, start: from, end: to, step } };
    const series = await queryApi(this.#url, asked.path, asked.parameters);
    return series.map((each) => frameOf(each, target, step));
  }

  /** Understands `label_values(series, label)`, as Grafana's does. */
  override async metricFindQuery(query: string): Promise<MetricFindValue[]> {
    const { series, label } = /^label_values\((?<series>.*),\s*(?<label>\w+)\)$/s.exec(query)?.groups ?? {};
    if (series === undefined || label === undefined) throw new Error(`${query} is not understood by the workbench.`);
    const values = await labelValuesOf(this.#url, series, label);
    return values.map((text) => ({ text }));
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    await queryApi(this.#url, 'query', { query: 'vector(1)' });
    return { status: 'success', message: 'The store answers.' };
  }
}

/** Frame of one series; a hole where the store has no value, so that the line breaks there. */
function frameOf({ metric, values }: PrometheusSeries, target: PrometheusQuery, step: number): DataFrame {
  const times: number[] = [];
  const numbers: Array<number | null> = [];
  for (const [seconds, text] of values) {
    const last = times.at(-1);
    if (last !== undefined && seconds * 1000 - last > step * 1500) {
      times.push(last + step * 1000);
      numbers.push(null);
    }
    times.push(seconds * 1000);
    numbers.push(Number.isFinite(Number(text)) ? Number(text) : null);
  }
  const name = (target.legendFormat ?? '').replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label: string) => metric[label] ?? '');
  return {
    refId: target.refId,
    name,
    length: times.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: { interval: step * 1000 }, values: times },
      { name: 'Value', type: FieldType.number, config: { displayNameFromDS: name }, labels: metric, values: numbers },
    ],
  };
}
