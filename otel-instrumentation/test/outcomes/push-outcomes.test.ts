import { query, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { SENDINGS } from '../../src/outcomes/push-outcomes.ts';

const COUNT = 2000;
/** Five minutes before the window ends, as after a nightly push. */
const END = Date.now() - 60_000;
const FIRST = END - 300_000;

/** What one push leaves: a zero, and then the counts at short distances. */
const samples = Array.from(
  { length: 1 + SENDINGS },
  (_, i) => [FIRST + 30 * i + (i % 3), i === 0 ? 0 : COUNT] as const,
);

describeWithStore('prometheus', 'the increase of one push in Prometheus', () => {
  let store: Store;

  beforeAll(async () => {
    store = await startStore({ kind: 'prometheus', history: [{ name: 'outcomes_total', labels: {}, samples }] });
  });

  afterAll(() => store?.close());

  test('is what was pushed, and up to 5 % more', async () => {
    const [sample] = await waitUntil(
      'the increase',
      () => query(store.url, 'increase(outcomes_total[10m])', END / 1000),
      (found) => found.length === 1,
    );
    expect(sample?.value).toBeGreaterThanOrEqual(COUNT);
    expect(sample?.value).toBeLessThanOrEqual(1.05 * COUNT * (1 + 1e-9));
  });
});
