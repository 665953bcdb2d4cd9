import { urlUtil } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { Observable } from 'rxjs';

/** Requests to the server that serves this page. */
async function request<T>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
  const address = new URL(
    urlUtil.appendQueryToUrl(options.url, urlUtil.serializeParams(options.params ?? {})),
    window.location.origin,
  );
  const response = await fetch(address, {
    method: options.method ?? 'GET',
    headers: { ...options.headers, ...(options.data === undefined ? {} : { 'content-type': 'application/json' }) },
    body: options.data === undefined ? undefined : JSON.stringify(options.data),
    signal: options.abortSignal,
  });
  const data = (await response.json()) as T;
  if (!response.ok) {
    const { status, statusText } = response;
    throw Object.assign(new Error(`${address.pathname} answered ${status}`), { status, statusText, data });
  }
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
    new Observable((subscriber) => {
      // A panel that asks again, or is gone, waits for no answer.
      const controller = new AbortController();
      request<T>({ ...options, abortSignal: controller.signal }).then(
        (response) => {
          subscriber.next(response);
          subscriber.complete();
        },
        (error: unknown) => subscriber.error(error),
      );
      return () => controller.abort();
    }),
  chunked: () => {
    throw new Error('The workbench answers whole, never in chunks.');
  },
} as BackendSrv;
