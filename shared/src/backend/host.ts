import { answerQuery, type QueryResult } from './answer-query.ts';
import type { Answer } from './asks.ts';
import { answerHealth, planHealth, type HealthRequest } from './health.ts';
import { planQueries, type PlannedQuery, type QueriesRequest, type RefusedQuery } from './plan-queries.ts';
import { knownSettings } from './settings.ts';
import { answerResource, planResource, type ResourceRequest } from './resources.ts';

/*
 * The back end for a host in another language, such as Go: what is asked and said passes as JSON, all but frames.
 */

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
 * Answers one query. The host reads frames where they stand: to write thousands of them as text takes longer than to
 * compute them.
 *
 * @param planned - a planned query as JSON, or one that was refused
 * @param answers - of all asks of its request
 */
export function answerFrames(planned: string, answers: readonly Answer[], url: string): QueryResult {
  const query = JSON.parse(planned) as PlannedQuery | RefusedQuery;
  if ('error' in query) return { error: query.error };
  return answerQuery(
    query,
    query.asks.map((index) => answers[index] as Answer),
    url,
  );
}
