import type { Labels, Series } from '../query/answers.ts';

/** Fields of a form, one or several values each. */
export type Form = Readonly<Record<string, string | readonly string[]>>;

/**
 * Sends a form to a path below the store's address, such as `/api/v1/query`, and gives back the parsed JSON, also of an
 * answer that is an error. The caller provides it, because this package has no network.
 */
type SendForm = (path: string, form: Form) => Promise<unknown>;

/** An answer for one instant or for a range. */
export interface StoreAnswer {
  /** Seconds since 1970, ascending. */
  readonly times: readonly number[];
  /** A value at each of the times, NaN where a series has none. */
  readonly series: readonly Series[];
}

/** The HTTP API of Prometheus, as Mimir, Thanos and VictoriaMetrics speak it too. */
export interface PrometheusApi {
  /** @param time - seconds since 1970; the store's own clock unless given */
  query(promql: string, time?: number): Promise<StoreAnswer>;
  /** @param start, end, step - in seconds, the first two since 1970 */
  queryRange(promql: string, start: number, end: number, step: number): Promise<StoreAnswer>;
  /**
   * Values of a label over the series that match a selector.
   *
   * @param range - when the series existed, in seconds since 1970; at any time unless given
   */
  labelValues(
    label: string,
    series: string,
    range?: { readonly start: number; readonly end: number },
  ): Promise<string[]>;
}

/** A query that the store refuses, or an answer that no store gives. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** Why the store refuses the query, in its own words; undefined where what answers is no store. */
  readonly reason: string | undefined;

  constructor(message: string, reason?: string) {
    super(message);
    this.reason = reason;
  }
}

/** A client of Prometheus' HTTP API over the caller's network. */
export function prometheusApi(send: SendForm): PrometheusApi {
  const ask = async (path: string, form: Form): Promise<unknown> => dataOf(await send(`/api/v1/${path}`, form));
  return {
    query: async (promql, time) => {
      const form = { query: promql, ...(time === undefined ? {} : { time: String(time) }) };
      const { result } = (await ask('query', form)) as { readonly result: readonly VectorSeries[] };
      const at = result[0]?.value[0] ?? time ?? NaN;
      return {
        times: [at],
        series: result.map(({ metric, value }) => ({ labels: metric, values: [numberOf(value[1])] })),
      };
    },
    queryRange: async (promql, start, end, step) => {
      const form = { query: promql, start: String(start), end: String(end), step: String(step) };
      const { result } = (await ask('query_range', form)) as { readonly result: readonly MatrixSeries[] };
      const times = Array.from({ length: Math.floor((end - start) / step + 1e-9) + 1 }, (_, i) => start + i * step);
      return { times, series: result.map((series) => onGrid(series, times, start, step)) };
    },
    labelValues: async (label, series, range) => {
      const times = range === undefined ? {} : { start: String(range.start), end: String(range.end) };
      return (await ask(`label/${label}/values`, { 'match[]': series, ...times })) as string[];
    },
  };
}

interface VectorSeries {
  readonly metric: Labels;
  readonly value: readonly [seconds: number, text: string];
}

interface MatrixSeries {
  readonly metric: Labels;
  readonly values: readonly (readonly [seconds: number, text: string])[];
}

function dataOf(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('status' in answer)) {
    throw new StoreError("The answer is not that of Prometheus' API: check the address of the store.");
  }
  if (answer.status === 'success' && 'data' in answer) return answer.data;
  const reason = 'error' in answer ? String(answer.error) : 'no reason given';
  throw new StoreError(`The store refused the query: ${reason}`, reason);
}

function onGrid({ metric, values }: MatrixSeries, times: readonly number[], start: number, step: number): Series {
  const onTimes = new Array<number>(times.length).fill(NaN);
  for (const [seconds, text] of values) onTimes[Math.round((seconds - start) / step)] = numberOf(text);
  return { labels: metric, values: onTimes };
}

/** Prometheus writes infinities as `+Inf` and `-Inf`. */
function numberOf(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}
