/** One value of an instant query, with its labels. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

interface QueryResponse {
  readonly data: {
    readonly result: readonly { readonly metric: Record<string, string>; readonly value: [number, string] }[];
  };
}

/**
 * Asks a store for the value of an expression.
 *
 * @param url - base of the Prometheus HTTP API
 * @param time - seconds since 1970; now unless given
 */
export async function query(url: string, expression: string, time?: number): Promise<Sample[]> {
  const body = new URLSearchParams({ query: expression, ...(time === undefined ? {} : { time: String(time) }) });
  const response = await fetch(`${url}/api/v1/query`, { method: 'POST', body });
  if (!response.ok) throw new Error(`The store answered ${response.status}: ${await response.text()}`);
  const { data } = (await response.json()) as QueryResponse;
  return data.result.map(({ metric, value }) => ({ labels: metric, value: numberOf(value[1]) }));
}

/** Prometheus writes infinity as `Inf`. */
function numberOf(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}
