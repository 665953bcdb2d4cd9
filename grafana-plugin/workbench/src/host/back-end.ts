import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { from, map, type Observable } from 'rxjs';

/** Requests to the server that serves this page. */
async function request<T>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
  const address = new URL(options.url, window.location.origin);
  for (const [name, value] of Object.entries(options.params ?? {})) address.searchParams.set(name, String(value));
  const response = await fetch(address, {
    method: options.method ?? 'GET',
    headers: options.headers,
    body:
      options.data === undefined
        ? undefined
        : options.data instanceof URLSearchParams
          ? options.data
          : JSON.stringify(options.data),
    signal: options.abortSignal,
  });
  const data = (await response.json()) as T;
  if (!response.ok) throw Object.assign(new Error(`${address.pathname} answered ${response.status}`), { data });
  return {
    data,
    status: response.status,
    statusText: response.statusText,
    ok: true,
    headers: response.headers,
    redirected: response.redirected,
    type: response.type,
    url: response.url,
    config: options,
  };
}

const dataOf = <T>(options: BackendSrvRequest): Promise<T> => request<T>(options).then(({ data }) => data);

export const backEnd: BackendSrv = {
  get: (url, params) => dataOf({ url, params: params as Record<string, unknown> }),
  delete: (url) => dataOf({ url, method: 'DELETE' }),
  post: (url, data) => dataOf({ url, method: 'POST', data }),
  patch: (url, data) => dataOf({ url, method: 'PATCH', data }),
  put: (url, data) => dataOf({ url, method: 'PUT', data }),
  request: (options) => dataOf(options),
  datasourceRequest: (options) => request(options),
  fetch: <T>(options: BackendSrvRequest): Observable<FetchResponse<T>> =>
    from(request<T>(options)).pipe(map((each) => each)),
  chunked: () => {
    throw new Error('The workbench answers whole, never in chunks.');
  },
} as BackendSrv;
