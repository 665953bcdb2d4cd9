import { LoadingState, type DataFrame, type DataQueryError, type DataQueryResponse } from '@grafana/data';
import { evaluate, plan } from '@driftline/shared';
import { dataFramesOf } from './data-frames.ts';
import { targetKey, type PlannedRequest } from './prometheus-targets.ts';
import { answersOf } from './store-answers.ts';
import type { CompleteQuery } from './types.ts';

/**
 * What the queries of a request say, given what the store answered to their targets. A query that fails says so under
 * its own identifier and takes none of the others with it.
 */
export function evaluateRequest(planned: PlannedRequest, response: DataQueryResponse): DataQueryResponse {
  const failed = failuresOf(planned, response);
  const errors: DataQueryError[] = [...planned.refused, ...failed];
  const data = planned.queries
    .filter(({ refId }) => !failed.some((failure) => failure.refId === refId))
    .flatMap((query) => {
      try {
        return framesOf(query, planned, response);
      } catch (error) {
        errors.push({ refId: query.refId, message: error instanceof Error ? error.message : String(error) });
        return [];
      }
    });
  const [first] = errors;
  if (first === undefined) return { data, state: response.state ?? LoadingState.Done };
  return { data, state: LoadingState.Error, errors, error: first };
}

/** Errors of the store under the identifiers of the queries that asked for it, not under those of our targets. */
function failuresOf({ targets }: PlannedRequest, { errors, error }: DataQueryResponse): DataQueryError[] {
  const reported = errors ?? (error === undefined ? [] : [error]);
  return reported.flatMap((each) => {
    const askedBy = targets.find(({ target }) => target.refId === each.refId)?.askedBy;
    const refIds = askedBy ?? [...new Set(targets.flatMap((target) => target.askedBy))];
    return refIds.map((refId) => ({
      ...each,
      refId,
      message: each.message ?? each.data?.message ?? 'The store failed and gave no reason.',
    }));
  });
}

function framesOf(query: CompleteQuery, { targets }: PlannedRequest, { data }: DataQueryResponse): DataFrame[] {
  const refIds = new Map(targets.map(({ target }) => [targetKey(target.expr, target.instant), target.refId] as const));
  const texts = plan(query).map((promql) => {
    const refId = refIds.get(targetKey(promql, query.instant === true));
    return { promql, frames: (data as DataFrame[]).filter((frame) => frame.refId === refId) };
  });
  return dataFramesOf(evaluate(query, answersOf(texts)), query.refId, query.show ?? 'value');
}
