import { storeApi, type Store, type StoreKind } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { byCounts, byPromql, type When } from './both-roads.ts';
import { END } from './exact-series.ts';
import { startExactStore } from './exact-store.ts';
import { expectSame } from './expect-equal.ts';
import type { Asked } from './sweep.ts';

/** Asks a store by both roads over a range, and compares. All other tests of both roads ask at an instant. */
export function describeSweep(kind: StoreKind, questions: readonly Asked[]): void {
  describeWithStore(kind, `both roads over a range, in ${kind}`, () => {
    let store: Store;

    beforeAll(async () => {
      store = await startExactStore(kind);
    });

    afterAll(() => store.close());

    test.each(questions)('$title', async ({ query }) => {
      const api = storeApi(store.url);
      const range: When = { start: END - 3600, end: END, step: 3600 };
      const [promql, counts] = await Promise.all([byPromql(api, query, range), byCounts(api, query, range)]);
      expect([promql.length, counts.length]).toEqual([2, 2]);
      promql.forEach((inStore, i) => expectSame(inStore, counts[i] ?? new Map()));
      // At the end of the window there is something to compare.
      expect(promql[1]?.size).toBeGreaterThan(0);
    });
  });
}
