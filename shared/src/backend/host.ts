import { answerQuery, type QueryResult } from './answer-query.ts';
import type { Answer } from './asks.ts';
import type { Field } from './data-frame.ts';
import { answerHealth, planHealth, type HealthRequest } from './health.ts';
import { planQueries, type PlannedQuery, type QueriesRequest } from './plan-queries.ts';
import { knownSettings } from './settings.ts';
import { answerResource, planResource, type ResourceRequest } from './resources.ts';

/*
 * The back end for a host in another language, such as Go: what is asked and said passes as JSON, and numbers as columns
 * beside it, since writing and reading them as text would cost more than computing them.
 */

/** The values of each field of each frame, in their order. */
type Columns = readonly Field['values'][];

/** Plans a request of any kind. JSON in, JSON out. */
export function planText(kind: 'settings' | 'queries' | 'health' | 'resource', request: string): string {
  const parsed: unknown = JSON.parse(request);
  switch (kind) {
    case 'settings':
      return JSON.stringify(knownSettings(parsed));
    case 'queries':
      return JSON.stringify(planQueries(parsed as QueriesRequest));
    case 'health':
      return JSON.stringify(planHealth(parsed as HealthRequest));
    case 'resource':
      return JSON.stringify(planResource(parsed as ResourceRequest));
  }
}

/** Answers a request that gives no frames. */
export function answerText(
  kind: 'health' | 'resource',
  request: string,
  answers: readonly Answer[],
  url: string,
): string {
  return JSON.stringify(
    kind === 'health'
      ? answerHealth(answers, url)
      : answerResource(JSON.parse(request) as ResourceRequest, answers, url),
  );
}

/**
 * Answers one query: its result as JSON, in which fields lack their values, and the values.
 *
 * @param planned - a planned query as JSON
 */
export function answerColumns(
  planned: string,
  answers: readonly Answer[],
  url: string,
): { readonly json: string; readonly columns: Columns } {
  const result: QueryResult = answerQuery(JSON.parse(planned) as PlannedQuery, answers, url);
  if ('error' in result) return { json: JSON.stringify(result), columns: [] };
  const frames = result.frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map(({ values: _, ...field }) => field),
  }));
  return {
    json: JSON.stringify({ frames }),
    columns: result.frames.flatMap(({ fields }) => fields.map(({ values }) => values)),
  };
}
