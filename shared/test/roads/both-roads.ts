import type { PrometheusApi } from '../../src/store/prometheus-api.ts';
import { compile } from '../../src/compiler/compile.ts';
import { evaluate } from '../../src/compiler/evaluate.ts';
import { plan } from '../../src/compiler/plan.ts';
import { compareText } from '../../src/conventions/text-order.ts';
import type { Answers, Labels } from '../../src/query/answers.ts';
import type { MeasureQuery } from '../../src/query/measure-query.ts';

/** Values of what a query shows, by labels as text; those that are no number are left out. */
export type Values = ReadonlyMap<string, number>;

/** When the store is asked: at one instant, or at the evenly spaced times of a range, in seconds since 1970. */
export type When = { readonly time: number } | { readonly start: number; readonly end: number; readonly step: number };

/** The road of rule files: the store computes the measure. One map for each time. */
export async function byPromql(store: PrometheusApi, query: MeasureQuery, when: When): Promise<Values[]> {
  const { times, series } = await ask(store, compile(query).promql, when);
  return valuesAt(
    times.length,
    series.map(({ labels, values }) => ({ labels, values: Array.from(values) })),
  );
}

/** The road of the data source: the store gives the counts. One map for each time. */
export async function byCounts(store: PrometheusApi, query: MeasureQuery, when: When): Promise<Values[]> {
  const answers = await answersOf(store, plan(query), when);
  const { show = 'value' } = query;
  return valuesAt(
    answers.times.length,
    evaluate(query, answers).map(({ labels, values }) => ({ labels, values: values[show] ?? [] })),
  );
}

/** What the store answers to a plan. */
async function answersOf(store: PrometheusApi, texts: readonly string[], when: When): Promise<Answers> {
  const answers = await Promise.all(texts.map((text) => ask(store, text, when)));
  return {
    times: answers[0]?.times ?? [],
    series: new Map(texts.map((text, i) => [text, answers[i]?.series ?? []])),
  };
}

/** Labels as a text that is the same whatever their order. */
function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => compareText(a, b)));
}

function ask(store: PrometheusApi, promql: string, when: When): ReturnType<PrometheusApi['query']> {
  return 'time' in when ? store.query(promql, when.time) : store.queryRange(promql, when.start, when.end, when.step);
}

function valuesAt(times: number, series: readonly { labels: Labels; values: readonly number[] }[]): Values[] {
  return Array.from(
    { length: times },
    (_, i) =>
      new Map(
        series
          .map(({ labels, values }) => [keyOf(labels), values[i] ?? NaN] as const)
          .filter(([, value]) => !Number.isNaN(value)),
      ),
  );
}
