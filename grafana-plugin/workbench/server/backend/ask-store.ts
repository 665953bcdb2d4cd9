import { prometheusApi, StoreError, type Answer, type Ask, type CompleteSettings } from '@driftline/shared';
import { sendForm, StoreFailed, type StoreAddress } from './store-client.ts';

/** A store with what its data source allows it to answer. */
export interface AskedStore extends StoreAddress {
  readonly settings: Pick<CompleteSettings, 'httpMethod' | 'maxResponseMegabytes' | 'maxSeries'>;
}

/** Asks under way at the same time, of one request. */
const MOST_AT_ONCE = 8;

/**
 * Asks the store, several questions at a time.
 *
 * @param canceled - aborts when nobody waits for the answers any more
 * @returns the answers in the order of the asks; one that fails takes none of the others with it
 */
export async function askStore(store: AskedStore, asks: readonly Ask[], canceled: AbortSignal): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const askNext = async (): Promise<void> => {
    while (next < asks.length) {
      const index = next++;
      answers[index] = await answerOf(store, asks[index] as Ask, canceled);
    }
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, askNext));
  return answers;
}

async function answerOf(store: AskedStore, ask: Ask, canceled: AbortSignal): Promise<Answer> {
  const api = prometheusApi(async (path, form) => {
    const answer = await sendForm(store, path, form, canceled);
    // Counted before it is spread over the times, which takes more memory than its text.
    const series = seriesIn(answer);
    if (series > store.settings.maxSeries) {
      throw new StoreFailed({ kind: 'too many series', series: store.settings.maxSeries });
    }
    return answer;
  });
  try {
    switch (ask.kind) {
      case 'instant':
        return await api.query(ask.promql, ask.time);
      case 'range':
        return await api.queryRange(ask.promql, ask.start, ask.end, ask.step);
      case 'labels':
        return { names: await api.labelValues(ask.label, ask.selector, ask) };
    }
  } catch (error) {
    if (error instanceof StoreFailed) return { failure: error.failure };
    const reason = error instanceof StoreError ? error.reason : undefined;
    return {
      failure:
        reason === undefined
          ? { kind: 'foreign', status: 200, isHtml: false }
          : { kind: 'refused', status: 200, reason },
    };
  }
}

function seriesIn(answer: unknown): number {
  const { data } = (answer ?? {}) as { readonly data?: { readonly result?: unknown } };
  return Array.isArray(data?.result) ? data.result.length : 0;
}
