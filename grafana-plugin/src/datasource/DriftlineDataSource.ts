import {
  dateTimeForTimeZone,
  LoadingState,
  type AdHocVariableFilter,
  type DataFrame,
  type DataQueryError,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type LegacyMetricFindQueryOptions,
  type MetricFindValue,
  type ScopedVars,
  type TestDataSourceResponse,
  type TimeRange,
} from '@grafana/data';
import { t } from '@grafana/i18n';
import { DataSourceWithBackend, getTemplateSrv, HealthStatus } from '@grafana/runtime';
import { DEFAULT_SETTINGS, type Choice, type MeasureInfo, type Preview, type Where } from '@driftline/shared';
import { catchError, defer, map, of, switchMap, type Observable } from 'rxjs';
import { FILTER_KEYS, isFilterKey, narrowed } from './ad-hoc-filters.ts';
import { withLinks } from './annotation-links.ts';
import { displayText } from './display-text.ts';
import { emptyVariable } from './empty-variable.ts';
import { errorSentence } from './error-sentence.ts';
import { explainNoValues } from './explain-no-values.ts';
import { inFormatOf } from './panel-formats.ts';
import { interpolate, interpolateWhere } from './interpolate.ts';
import { DEFAULT_DRIFTLINE_QUERY, type DriftlineQuery, type DriftlineSettings } from './types.ts';
import { readVariableQuery } from './variable-query.ts';

/** Fields of a resource's address, one or several values each. */
type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

/** Asks the back end, which alone reaches the store and computes. */
export class DriftlineDataSource extends DataSourceWithBackend<DriftlineQuery, DriftlineSettings> {
  /** What queries of this data source get that say nothing else. */
  readonly defaults: Pick<DriftlineSettings, 'window' | 'minimumObservations'>;
  #measures: Promise<readonly MeasureInfo[]> | undefined;

  constructor(settings: DataSourceInstanceSettings<DriftlineSettings>) {
    super(settings);
    const { window, minimumObservations, timeInterval } = settings.jsonData;
    this.defaults = { window, minimumObservations };
    // Panels ask for no finer steps: between two scrapes there is nothing new.
    this.interval = timeInterval === undefined || timeInterval === '' ? DEFAULT_SETTINGS.timeInterval : timeInterval;
  }

  override getDefaultQuery(): Partial<DriftlineQuery> {
    const { window } = this.defaults;
    return window === undefined || window === '' ? DEFAULT_DRIFTLINE_QUERY : { ...DEFAULT_DRIFTLINE_QUERY, window };
  }

  override filterQuery(query: DriftlineQuery): boolean {
    return query.hide !== true;
  }

  override getQueryDisplayText(query: DriftlineQuery): string {
    return displayText(query);
  }

  override query(request: DataQueryRequest<DriftlineQuery>): Observable<DataQueryResponse> {
    const { range, timezone, panelPluginId } = request;
    const utcOffsetSec = dateTimeForTimeZone(timezone, range.to).utcOffset() * 60;
    const shown = request.targets
      .filter((query) => this.filterQuery(query))
      .map((query) => ({ ...inFormatOf(panelPluginId, query), utcOffsetSec }));
    const { targets, refused } = withoutEmpty(shown, request.scopedVars);
    if (targets.length === 0 && refused.length > 0) return of(withErrors({ data: [] }, refused));
    return defer(() => super.query({ ...request, targets })).pipe(
      switchMap((response) => this.#explained(response, { ...request, targets })),
      map((response) => withErrors(response, refused)),
      map((response) => ({
        ...response,
        data: (response.data as DataFrame[]).map((frame) => withLinks(frame, this.uid, Date.now())),
      })),
      // What cannot be sent, such as a filter that is not understood, fails as what is refused does.
      catchError((error: unknown) => {
        const failure = { message: errorSentence(error) };
        return of({ data: [], state: LoadingState.Error, errors: [failure], error: failure });
      }),
    );
  }

  override applyTemplateVariables(
    query: DriftlineQuery,
    scopedVars: ScopedVars,
    filters: readonly AdHocVariableFilter[] = [],
  ): DriftlineQuery {
    const filled = interpolate(query, getTemplateSrv(), scopedVars);
    return filters.length === 0 ? filled : { ...filled, where: narrowed(filled.where ?? {}, filters) };
  }

  /** Every measure, as the back end knows them. */
  measures(): Promise<readonly MeasureInfo[]> {
    this.#measures ??= this.#resource<MeasureInfo[]>('measures').catch((error: unknown) => {
      // The next editor asks again.
      this.#measures = undefined;
      throw error;
    });
    return this.#measures;
  }

  /** The PromQL of a query, with the values of template variables. */
  async promql(query: DriftlineQuery): Promise<Preview> {
    try {
      return await this.postResource('promql', this.applyTemplateVariables(query, {}), { showErrorAlert: false });
    } catch (error) {
      throw new Error(errorSentence(error), { cause: error });
    }
  }

  /** Names that the query editor offers, narrowed to what is chosen; template variables stand for their values. */
  choices(choice: Choice, where: Where, range?: TimeRange, scopedVars?: ScopedVars): Promise<string[]> {
    const { model = [], version = [] } = interpolateWhere(where, getTemplateSrv(), scopedVars);
    return this.#resource(choice, { ...timesOf(range), model, version });
  }

  /** Values of a segment, narrowed likewise. */
  segmentValues(segment: string, where: Where, range?: TimeRange): Promise<string[]> {
    const { model = [], version = [] } = interpolateWhere(where, getTemplateSrv());
    return this.#resource('segment-values', {
      ...timesOf(range),
      model,
      version,
      segment: getTemplateSrv().replace(segment),
    });
  }

  /**
   * Bounds of a classic histogram's buckets, ascending and without +Inf.
   *
   * @param selector - its name and labels as PromQL, without `_bucket`
   */
  edges(selector: string, range?: TimeRange): Promise<number[]> {
    return this.#resource('edges', { ...timesOf(range), selector: getTemplateSrv().replace(selector) });
  }

  /** Names for a template variable: see {@link readVariableQuery} for what its text may be. */
  override async metricFindQuery(query: string, options?: LegacyMetricFindQueryOptions): Promise<MetricFindValue[]> {
    const { choice, model } = readVariableQuery(query);
    const where = model === '' ? {} : { model: [model] };
    const names = await this.choices(choice, where, options?.range, options?.scopedVars);
    return names.map((text) => ({ text }));
  }

  override getTagKeys(): Promise<MetricFindValue[]> {
    return Promise.resolve(Object.keys(FILTER_KEYS).map((text) => ({ text })));
  }

  override async getTagValues({
    key,
    filters,
    timeRange,
  }: DataSourceGetTagValuesOptions<DriftlineQuery>): Promise<MetricFindValue[]> {
    if (!isFilterKey(key)) return [];
    const names = await this.choices(FILTER_KEYS[key], narrowed({}, filters), timeRange);
    return names.map((text) => ({ text }));
  }

  override async testDatasource(): Promise<TestDataSourceResponse> {
    const { status, message, details } = await this.callHealthCheck();
    if (status !== HealthStatus.OK) return { status: 'error', message };
    return { status: details?.['severity'] === 'warning' ? 'warning' : 'success', message };
  }

  /** An answer whose frames without values say what never reported. Names are asked for only where there is one. */
  async #explained(
    response: DataQueryResponse,
    { targets, range, scopedVars }: DataQueryRequest<DriftlineQuery>,
  ): Promise<DataQueryResponse> {
    const explained = (response.data as DataFrame[]).map((frame) => {
      const { where = {} } = targets.find(({ refId }) => refId === frame.refId) ?? {};
      const asked = interpolateWhere(where, getTemplateSrv(), scopedVars);
      // Without names, what is known already has to do.
      return explainNoValues(frame, asked, (choice, narrowed) => this.choices(choice, narrowed, range)).catch(
        () => frame,
      );
    });
    return { ...response, data: await Promise.all(explained) };
  }

  async #resource<T>(path: string, parameters: Parameters = {}): Promise<T> {
    try {
      return await this.getResource<T>(path, parameters, { showErrorAlert: false });
    } catch (error) {
      throw new Error(errorSentence(error), { cause: error });
    }
  }
}

interface Targets {
  readonly targets: DriftlineQuery[];
  /** Those that cannot be asked, which take none of the others with them. */
  readonly refused: readonly DataQueryError[];
}

/** Queries whose variables have values, and what is wrong with the others. */
function withoutEmpty(queries: readonly DriftlineQuery[], scopedVars: ScopedVars): Targets {
  const empty = queries.map(({ where }) => emptyVariable(where, getTemplateSrv(), scopedVars));
  return {
    targets: queries.filter((_, i) => empty[i] === undefined),
    refused: queries.flatMap(({ refId }, i) =>
      empty[i] === undefined
        ? []
        : [
            {
              refId,
              message: t(
                'datasource.empty-variable',
                'The variable {{- variable}} has no value: nothing that it lists reported. Choose another time range, or change what it lists.',
                { variable: empty[i] },
              ),
            },
          ],
    ),
  };
}

function withErrors(response: DataQueryResponse, refused: readonly DataQueryError[]): DataQueryResponse {
  const [first] = refused;
  if (first === undefined) return response;
  const errors = [...(response.errors ?? []), ...refused];
  return { ...response, state: LoadingState.Error, errors, error: response.error ?? first };
}

function timesOf(range: TimeRange | undefined): Parameters {
  return range === undefined ? {} : { from: range.from.valueOf(), to: range.to.valueOf() };
}
