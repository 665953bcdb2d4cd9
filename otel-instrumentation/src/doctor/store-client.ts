import { isError, messageOf } from '../values/thrown.ts';

/** A store that cannot be queried. The message names its address and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** One value of an instant query. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Queries the HTTP API of a Prometheus-compatible store. */
export class StoreClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** @param headers - such as an authorization; never printed */
  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.#url = url.replace(/\/+$/, '');
    this.#headers = headers;
  }

  /** @throws {StoreError} when no Prometheus answers */
  async query(promql: string): Promise<readonly Sample[]> {
    const response = await this.#post(promql);
    const answer = (await response.json().catch(() => undefined)) as Answer | undefined;
    if (answer?.status === 'success') {
      return answer.data.result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }));
    }
    if (answer?.error !== undefined) throw new StoreError(`${this.#url} rejects a query: ${answer.error}`);
    throw new StoreError(
      `${this.#url} answers with status ${response.status} and is not a Prometheus HTTP API: ` +
        'give its base address with --store, such as http://127.0.0.1:9090.',
    );
  }

  async #post(promql: string): Promise<Response> {
    try {
      return await fetch(`${this.#url}/api/v1/query`, {
        method: 'POST',
        headers: this.#headers,
        body: new URLSearchParams({ query: promql }),
        signal: AbortSignal.timeout(10_000),
      });
    } catch (error) {
      const reason = isError(error) && isError(error.cause) ? error.cause.message : messageOf(error);
      throw new StoreError(
        `${this.#url} cannot be reached (${reason}): start the store, or give another address with --store.`,
        {
          cause: error,
        },
      );
    }
  }
}

interface Answer {
  readonly status: 'success' | 'error';
  readonly error?: string;
  readonly data: { readonly result: readonly { metric: Record<string, string>; value: [number, string] }[] };
}
