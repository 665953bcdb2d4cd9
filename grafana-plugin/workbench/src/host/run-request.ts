import {
  LoadingState,
  toDataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { catchError, concat, defer, from, map, of, type Observable } from 'rxjs';

type Query = DataSourceApi['query'];

/** Asks a data source and tells a panel how it goes: loading first, then the data or the error. */
export function runRequest(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  queryFunction?: Query,
): Observable<PanelData> {
  const base: PanelData = { state: LoadingState.Loading, series: [], timeRange: request.range, request };
  const answers = defer(() => from((queryFunction ?? dataSource.query.bind(dataSource))(request))).pipe(
    map((response) => answered(base, response)),
    catchError((error: unknown) => of(failed(base, error instanceof Error ? error.message : String(error)))),
  );
  return concat(of(base), answers);
}

function answered(base: PanelData, response: DataQueryResponse): PanelData {
  const error = response.errors?.[0];
  return {
    ...base,
    state: error === undefined ? (response.state ?? LoadingState.Done) : LoadingState.Error,
    series: response.data.map((frame) => toDataFrame(frame)),
    ...(response.errors === undefined ? {} : { errors: response.errors }),
    ...(error === undefined ? {} : { error }),
  };
}

function failed(base: PanelData, message: string): PanelData {
  return { ...base, state: LoadingState.Error, errors: [{ message }], error: { message } };
}
