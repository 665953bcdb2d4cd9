import { answerHealth, planHealth, type Health } from '@driftline/shared';
import { askStore } from './ask-store.ts';
import { storeOf, type DataSource } from './data-source.ts';

/**
 * Whether a data source works.
 *
 * @param now - milliseconds since 1970
 * @param canceled - aborts when nobody waits for the answer any more
 */
export async function checkHealth(source: DataSource, now: number, canceled: AbortSignal): Promise<Health> {
  const plan = planHealth({ settings: source.settings, now });
  if ('status' in plan) return plan;
  return answerHealth(await askStore(storeOf(source), plan.asks, canceled), source.url);
}
