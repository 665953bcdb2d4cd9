import type { Questions, ValueOf } from '../scenes/measure-queries.ts';
import { baselineOf, whereOf } from '../scenes/model-variables.ts';
import { lineId } from '../values/lines.ts';
import { WATCHED } from '../values/measures.ts';

/** Measures that compare with a baseline other than the training data where one is chosen. */
const COMPARED = ['psi', 'accuracy-drop', 'suspicion', 'total-variation'];

/** A question about a model, with what the head of the page has chosen. */
export function question(
  model: string,
  measure: string,
  valueOf: ValueOf,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return {
    measure,
    where: whereOf(model),
    ...(COMPARED.includes(measure) || more['compared'] === true ? { baseline: baselineOf(valueOf('baseline')) } : {}),
    ...more,
  };
}

/** Every measure that is watched: as it is now, and over time. */
export function watchedQuestions(model: string, valueOf: ValueOf): Questions {
  return Object.fromEntries(
    WATCHED.flatMap(({ id }) => [
      [id, question(model, id, valueOf, { format: 'table' })],
      [lineId(id), question(model, id, valueOf)],
    ]),
  );
}
