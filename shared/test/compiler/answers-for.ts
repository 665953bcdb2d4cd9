import { plan } from '../../src/compiler/plan.ts';
import type { Answers, Series } from '../../src/query/answers.ts';
import type { MeasureQuery } from '../../src/query/measure-query.ts';

/** Made-up answers: each text of a plan gets the series of the first pattern that it matches, and else none. */
export function answersFor(
  query: MeasureQuery,
  times: readonly number[],
  answers: readonly (readonly [pattern: RegExp, series: readonly Series[]])[],
): Answers {
  const texts = plan(query);
  const unused = answers.filter(([pattern]) => !texts.some((text) => pattern.test(text)));
  if (unused.length > 0)
    throw new Error(`No text of the plan matches ${unused.map(([pattern]) => pattern).join(', ')}.`);
  return {
    times,
    series: new Map(texts.map((text) => [text, answers.find(([pattern]) => pattern.test(text))?.[1] ?? []])),
  };
}
