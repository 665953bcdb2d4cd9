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
import type { PrometheusApi, Series } from '@driftline/shared';
import { storeApi } from './api.ts';

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
  readonly #store: PrometheusApi;

  constructor(settings: DataSourceInstanceSettings) {
    super(settings);
    this.#store = storeApi(settings.url ?? '');
  }

  override async query(request: DataQueryRequest<PrometheusQuery>): Promise<DataQueryResponse> {
    const answers = await Promise.all(request.targets.map((target) => this.#frames(target, request)));
    return { data: answers.flat() };
  }

  async #frames(target: PrometheusQuery, request: DataQueryRequest): Promise<DataFrame[]> {
    const from = request.range.from.valueOf() / 1000;
    const to = request.range.to.valueOf() / 1000;
    const step = Math.max(Math.round(request.intervalMs / 1000), 1);
    const { times, series } = await (target.instant === true
      ? this.#store.query(target.expr, to)
      : this.#store.queryRange(target.expr, from, to, step));
    return series.map((each) => frameOf(each, times, target, step));
  }

  /** Understands `label_values(series, label)`, as Grafana's does. */
  override async metricFindQuery(query: string): Promise<MetricFindValue[]> {
    const { series, label } = /^label_values\((?<series>.*),\s*(?<label>\w+)\)$/s.exec(query)?.groups ?? {};
    if (series === undefined || label === undefined) throw new Error(`${query} is not understood by the workbench.`);
    const values = await this.#store.labelValues(label, series);
    return values.map((text) => ({ text }));
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    await this.#store.query('vector(1)');
    return { status: 'success', message: 'The store answers.' };
  }
}

/** Frame of one series; one hole where the store has no values, so that the line breaks there. */
function frameOf(
  { labels, values }: Series,
  times: readonly number[],
  target: PrometheusQuery,
  step: number,
): DataFrame {
  const grid = Array.from(values, (value, i) => ({
    time: Math.round((times[i] ?? NaN) * 1000),
    value: Number.isFinite(value) ? value : null,
  }));
  const last = grid.findLastIndex(({ value }) => value !== null);
  const points = grid.filter(({ value }, i) => value !== null || (i < last && typeof grid[i - 1]?.value === 'number'));
  const name = (target.legendFormat ?? '').replace(/\{\{\s*(\w+)\s*\}\}/g, (_, label: string) => labels[label] ?? '');
  return {
    refId: target.refId,
    name,
    length: points.length,
    fields: [
      { name: 'Time', type: FieldType.time, config: { interval: step * 1000 }, values: points.map(({ time }) => time) },
      {
        name: 'Value',
        type: FieldType.number,
        config: { displayNameFromDS: name },
        labels: { ...labels },
        values: points.map(({ value }) => value),
      },
    ],
  };
}
