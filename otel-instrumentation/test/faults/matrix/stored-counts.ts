/** What a store holds of a counter. */
export interface StoredCounts {
  /** Last sample minus first, over all series. */
  readonly counted: number;
  /** What `increase` makes of it. */
  readonly increase: number;
  /**
   * The most that `increase` may make of it. Prometheus extrapolates a series that begins at zero by at most 1.1 of the
   * average time between its samples, towards the end of the window (`extrapolatedRate` in promql/functions.go).
   * VictoriaMetrics does not extrapolate.
   */
  readonly mostIncrease: number;
}

interface MatrixAnswer {
  readonly data: { readonly result: ReadonlyArray<{ readonly values: readonly (readonly [number, string])[] }> };
}

interface VectorAnswer {
  readonly data: { readonly result: ReadonlyArray<{ readonly value: readonly [number, string] }> };
}

const WINDOW = '30m';

/** Further than Prometheus looks beyond the samples of a series, in average times between them. */
const EXTRAPOLATED = 1.1;

/** @param extrapolates - whether the store's `increase` does */
export async function storedCounts(url: string, selector: string, extrapolates: boolean): Promise<StoredCounts> {
  const ask = async (promql: string): Promise<unknown> => {
    const response = await fetch(`${url}/api/v1/query`, {
      method: 'POST',
      body: new URLSearchParams({ query: promql }),
    });
    return response.json();
  };
  const { data } = (await ask(`${selector}[${WINDOW}]`)) as MatrixAnswer;
  const series = data.result.map(({ values }) => ({
    samples: values.length,
    counted: Number(values.at(-1)?.[1] ?? 0) - Number(values[0]?.[1] ?? 0),
  }));
  const increases = ((await ask(`sum(increase(${selector}[${WINDOW}]))`)) as VectorAnswer).data.result;
  const factorOf = (samples: number): number => (extrapolates && samples > 1 ? 1 + EXTRAPOLATED / (samples - 1) : 1);
  return {
    counted: sum(series.map(({ counted }) => counted)),
    increase: Number(increases[0]?.value[1] ?? 0),
    mostIncrease: sum(series.map(({ samples, counted }) => counted * factorOf(samples))),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
