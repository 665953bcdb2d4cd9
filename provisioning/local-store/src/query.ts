import { prometheusApi, type PrometheusApi } from '@driftline/shared';

/** One value of an instant query, by its labels. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/**
 * The HTTP API of a store.
 *
 * @param url - its base
 */
export function storeApi(url: string): PrometheusApi {
  return prometheusApi(async (path, form) => {
    const body = new URLSearchParams();
    for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value);
    // Label values are asked for by GET: VictoriaMetrics and Prometheus take forms for queries alone.
    const response = path.endsWith('/values')
      ? await fetch(`${url}${path}?${body}`)
      : await fetch(`${url}${path}`, { method: 'POST', body });
    return response.json();
  });
}

/**
 * Asks a store for the value of an expression.
 *
 * @param url - base of the Prometheus HTTP API
 * @param time - seconds since 1970; now unless given
 */
export async function query(url: string, expression: string, time?: number): Promise<Sample[]> {
  const { series } = await storeApi(url).query(expression, time);
  return series.map(({ labels, values }) => ({ labels, value: values[0] ?? NaN }));
}
