import {
  DataSourceApi,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
  type LegacyMetricFindQueryOptions,
  type MetricFindValue,
  type ScopedVars,
  type TestDataSourceResponse,
} from '@grafana/data';
import { getDataSourceSrv, getTemplateSrv } from '@grafana/runtime';
import {
  bucketBounds,
  completeQuery,
  labelValues,
  type Choice,
  type LabelValuesQuery,
  type Where,
} from '@driftline/shared';
import { catchError, from, map, mergeMap, of, type Observable } from 'rxjs';
import { evaluateRequest } from './evaluate-request.ts';
import { interpolate, interpolateWhere } from './interpolate.ts';
import { planRequest } from './prometheus-targets.ts';
import { DEFAULT_DRIFTLINE_QUERY, type DriftlineQuery, type DriftlineSettings } from './types.ts';
import { variableQuery } from './variable-query.ts';

/** Plans the queries, asks an existing Prometheus data source for the counts, and evaluates the measures. */
export class DriftlineDataSource extends DataSourceApi<DriftlineQuery, DriftlineSettings> {
  readonly #prometheusUid: string | undefined;

  constructor(settings: DataSourceInstanceSettings<DriftlineSettings>) {
    super(settings);
    this.#prometheusUid = settings.jsonData.prometheusUid;
  }

  override getDefaultQuery(): Partial<DriftlineQuery> {
    return DEFAULT_DRIFTLINE_QUERY;
  }

  override filterQuery(query: DriftlineQuery): boolean {
    return query.hide !== true;
  }

  override interpolateVariablesInQueries(queries: DriftlineQuery[], scopedVars: ScopedVars): DriftlineQuery[] {
    return queries.map((query) => interpolate(completeQuery(query), getTemplateSrv(), scopedVars));
  }

  override query(request: DataQueryRequest<DriftlineQuery>): Observable<DataQueryResponse> {
    return from(this.#ask(request)).pipe(
      mergeMap((response) => response),
      catchError((error: unknown) => {
        const failure = { message: sentenceOf(error) };
        return of({ data: [], state: LoadingState.Error, errors: [failure], error: failure });
      }),
    );
  }

  async #ask(request: DataQueryRequest<DriftlineQuery>): Promise<Observable<DataQueryResponse>> {
    const queries = request.targets
      .filter((query) => this.filterQuery(query))
      .map((query) => interpolate(completeQuery(query), getTemplateSrv(), request.scopedVars));
    const planned = planRequest(queries);
    if (planned.targets.length === 0) return of(evaluateRequest(planned, { data: [] }));
    const prometheus = await this.#prometheus();
    return from(prometheus.query({ ...request, targets: planned.targets.map(({ target }) => target) })).pipe(
      map((response) => evaluateRequest(planned, response)),
    );
  }

  /** Names for a template variable: see {@link variableQuery} for what its text may be. */
  override async metricFindQuery(query: string, options?: LegacyMetricFindQueryOptions): Promise<MetricFindValue[]> {
    const { choice, where } = variableQuery(query);
    return this.#values(labelValues(choice, interpolateWhere(where, getTemplateSrv(), options?.scopedVars)));
  }

  /** Names that the query editor offers, narrowed to what is chosen; template variables stand for their values. */
  async choices(choice: Choice, where: Where): Promise<string[]> {
    const values = await this.#values(labelValues(choice, interpolateWhere(where, getTemplateSrv())));
    return values.map(({ text }) => text);
  }

  /**
   * Bounds of a classic histogram's buckets, ascending and without +Inf.
   *
   * @param selector - its name and labels as PromQL, without `_bucket`
   */
  async edges(selector: string): Promise<number[]> {
    const { series, label } = bucketBounds(getTemplateSrv().replace(selector));
    const values = await this.#values({ series, label });
    const bounds = values.map(({ text }) => Number(text)).filter(Number.isFinite);
    return [...new Set(bounds)].sort((a, b) => a - b);
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    try {
      const prometheus = await this.#prometheus();
      // Its lists of label values are empty when the store is down: its own test tells.
      const health = await prometheus.testDatasource();
      if (health?.status === 'error') return { status: 'error', message: `${prometheus.name}: ${health.message}` };
      const models = await this.choices('models', {});
      if (models.length === 0) {
        return {
          status: 'success',
          message: 'Prometheus answers, and no model reports to it yet: add @driftline/otel to a service.',
        };
      }
      return { status: 'success', message: `Prometheus answers. Models that report: ${models.join(', ')}.` };
    } catch (error) {
      return { status: 'error', message: sentenceOf(error) };
    }
  }

  async #values({ series, label }: LabelValuesQuery): Promise<MetricFindValue[]> {
    const prometheus = await this.#prometheus();
    if (prometheus.metricFindQuery === undefined) {
      throw new Error(
        `${prometheus.name} cannot list label values: choose a Prometheus data source in the settings of ${this.name}.`,
      );
    }
    return prometheus.metricFindQuery(`label_values(${series}, ${label})`, {});
  }

  async #prometheus(): Promise<DataSourceApi> {
    if (this.#prometheusUid === undefined || this.#prometheusUid === '') {
      throw new Error(`${this.name} has no Prometheus data source: choose one in its settings.`);
    }
    try {
      return await getDataSourceSrv().get({ uid: this.#prometheusUid });
    } catch (error) {
      throw new Error(
        `${this.name} queries the data source ${this.#prometheusUid}, which does not exist: choose another in its settings.`,
        { cause: error },
      );
    }
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
