import { prometheusApi, type PrometheusApi } from '@driftline/shared';

/**
 * The HTTP API of the store, over the browser's network.
 *
 * @param url - its base
 */
export function storeApi(url: string): PrometheusApi {
  return prometheusApi(async (path, form) => {
    const fields = Object.entries(form).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
    const body = new URLSearchParams(fields);
    // Stores take a form for queries alone.
    const response = path.endsWith('/values')
      ? await fetch(`${url}${path}?${body}`)
      : await fetch(`${url}${path}`, { method: 'POST', body });
    return response.json();
  });
}
