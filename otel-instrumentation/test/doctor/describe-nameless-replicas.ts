import { query, startStore, storeApi, type Store, type StoreKind } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { examine } from '../../src/doctor/examine.ts';
import { pushWithoutInstance } from './nameless-replicas.ts';

/** The doctor finds what replicas without an instance do to the counts of a store. */
export function describeNamelessReplicas(kind: StoreKind): void {
  describeWithStore(kind, `replicas without an instance, with ${kind}`, () => {
    let store: Store;

    beforeAll(async () => {
      store = await startStore({ kind });
    });

    afterAll(() => store.close());

    test('count too much, and the doctor says why', async () => {
      const recorded = await pushWithoutInstance(store.otlpUrl as string, 'nameless');
      const increase = 'sum(increase(ml_predictions_total{ml_model_name="nameless"}[5m]))';
      await waitUntil(
        `an increase far above ${recorded}`,
        async () => (await query(store.url, increase))[0]?.value ?? 0,
        (counted) => counted > 2 * recorded,
      );
      const [found] = await examine(storeApi(store.url), '5m', 'nameless');
      expect(found?.findings).toEqual(
        expect.arrayContaining([
          {
            what: 'replicas',
            state: 'missing',
            detail: expect.stringMatching(
              /^1 of 1 have no instance: .* or replicas write into the same series, and totals are far too high\.$/,
            ) as unknown,
          },
          {
            what: 'counts that jump',
            state: 'wrong',
            detail: expect.stringMatching(
              /^counts fall again and again in 5m, and totals are too high: no instance \(\d+ times\)\. .* push under one service\.instance\.id or none/,
            ) as unknown,
          },
        ]),
      );
    });
  });
}
