/** One series of an answer: its labels, and pairs of seconds since 1970 and number as text. */
export interface PrometheusSeries {
  readonly metric: Record<string, string>;
  readonly values: ReadonlyArray<readonly [number, string]>;
}

interface Answer<T> {
  readonly status: 'success' | 'error';
  readonly error?: string;
  readonly data: T;
}

type QueryData =
  | { readonly resultType: 'matrix'; readonly result: readonly PrometheusSeries[] }
  | {
      readonly resultType: 'vector';
      readonly result: ReadonlyArray<{
        readonly metric: Record<string, string>;
        readonly value: readonly [number, string];
      }>;
    };

/** Asks `query` or `query_range`; an instant vector comes back as series of one value. */
export async function queryApi(
  url: string,
  path: string,
  parameters: Record<string, string | number>,
): Promise<PrometheusSeries[]> {
  const body = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
  const data = await answerOf<QueryData>(await fetch(`${url}/api/v1/${path}`, { method: 'POST', body }));
  if (data.resultType === 'matrix') return [...data.result];
  return data.result.map(({ metric, value }) => ({ metric, values: [value] }));
}

/** Values of a label over the series that match a selector. */
export async function labelValuesOf(url: string, series: string, label: string): Promise<string[]> {
  const parameters = new URLSearchParams({ 'match[]': series });
  return answerOf<string[]>(await fetch(`${url}/api/v1/label/${label}/values?${parameters}`));
}

async function answerOf<T>(response: Response): Promise<T> {
  const answer = (await response.json()) as Answer<T>;
  if (answer.status !== 'success')
    throw new Error(`The store refused the query: ${answer.error ?? response.statusText}`);
  return answer.data;
}
