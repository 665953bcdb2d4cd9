import { prometheusApi, StoreError, type Form, type PrometheusApi } from '@driftline/shared';
import { isError, messageOf } from '../values/thrown.ts';
import { DoctorError } from './doctor-error.ts';

/** What the doctor asks a store. */
export type StoreClient = Pick<PrometheusApi, 'query'>;

/**
 * Queries the HTTP API of a Prometheus-compatible store. Its errors are those of a doctor: they name the address and say
 * what to do.
 *
 * @param headers - such as an authorization; never printed
 */
export function storeClient(url: string, headers: Readonly<Record<string, string>> = {}): StoreClient {
  const base = url.replace(/\/+$/, '');
  return {
    query: async (promql, time) => {
      let status: number | undefined;
      const api = prometheusApi(async (path, form) => {
        const response = await post(base, path, form, headers);
        ({ status } = response);
        return response.json().catch(() => undefined);
      });
      try {
        return await api.query(promql, time);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        const sentence =
          error.reason === undefined
            ? `${base} answers with status ${status} and is not a Prometheus HTTP API: ` +
              'give its base address with --store, such as http://127.0.0.1:9090.'
            : `${base} rejects a query: ${error.reason}`;
        throw new DoctorError(sentence, { cause: error });
      }
    },
  };
}

async function post(
  base: string,
  path: string,
  form: Form,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(form)) for (const value of [values].flat()) body.append(name, value);
  try {
    return await fetch(`${base}${path}`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(10_000),
    });
  } catch (error) {
    const reason = isError(error) && isError(error.cause) ? error.cause.message : messageOf(error);
    throw new DoctorError(
      `${base} cannot be reached (${reason}): start the store, or give another address with --store.`,
      { cause: error },
    );
  }
}
