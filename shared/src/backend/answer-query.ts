import { evaluate } from '../compiler/evaluate.ts';
import type { SeriesList } from '../query/answers.ts';
import type { Answer } from './asks.ts';
import type { DataFrame } from './data-frame.ts';
import { measureFrames } from './measure-frames.ts';
import type { PlannedQuery } from './plan-queries.ts';
import { describeFailure, failureOf, type Failure } from './store-failure.ts';
import { tableFrame } from './table-frame.ts';

/** What one query gives: frames, of which there are none without data, or why it failed. */
export type QueryResult = { readonly frames: readonly DataFrame[] } | { readonly error: Failure };

/**
 * What one query says, given what the store answered.
 *
 * @param answers - of the query's own asks, in their order
 * @param url - address of the store, for what is said of its failures
 */
export function answerQuery(
  { query, texts, enforced = texts }: PlannedQuery,
  answers: readonly Answer[],
  url: string,
): QueryResult {
  try {
    const series = new Map<string, SeriesList>();
    let times: readonly number[] = [];
    for (const [i, promql] of texts.entries()) {
      const answer = answers[i];
      if (answer === undefined || 'names' in answer) throw new RangeError(`ask ${i} has no answer of series`);
      if ('failure' in answer) return { error: describeFailure(answer.failure, url) };
      series.set(promql, answer.series);
      times = answer.times;
    }
    if (query.format === 'table') return { frames: tableFrame(evaluate(query, { times, series }), enforced) };
    const { show = 'value', instant = false } = query;
    return { frames: measureFrames(evaluate(query, { times, series }, [show]), show, instant, enforced) };
  } catch (error) {
    return { error: failureOf(error) };
  }
}
