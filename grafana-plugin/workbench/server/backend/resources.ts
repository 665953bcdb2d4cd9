import { answerResource, planResource, type ResourceRequest, type ResourceResponse } from '@driftline/shared';
import { askStore } from './ask-store.ts';
import { storeOf, type DataSource } from './data-source.ts';

/**
 * Answers what an editor, a variable or a page asks of a data source.
 *
 * @param canceled - aborts when nobody waits for the answer any more
 */
export async function callResource(
  source: DataSource,
  asked: Omit<ResourceRequest, 'settings'>,
  canceled: AbortSignal,
): Promise<ResourceResponse> {
  const request = { ...asked, settings: source.settings };
  const plan = planResource(request);
  if ('status' in plan) return plan;
  return answerResource(request, await askStore(storeOf(source), plan.asks, canceled), source.url);
}
