import { query, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { METRICS, seriesPattern } from '@driftline/shared';
import { describeNamelessReplicas } from '../doctor/describe-nameless-replicas.ts';
import { startRecorder } from '../faults/recorder-process.ts';

const ROWS = 5000;

describeWithStore('official-prometheus', 'the OTLP receiver of Prometheus', () => {
  let store: Store;

  beforeAll(async () => {
    store = await startStore({ kind: 'official-prometheus' });
  });

  afterAll(() => store.close());

  test('it takes every row, under the names of the catalog', async () => {
    const { recorded } = startRecorder({ otlpUrl: store.otlpUrl as string, rows: ROWS, model: 'pushed' });
    await recorded;
    await waitUntil(
      'every row in the store',
      async () => (await query(store.url, 'sum(ml_predictions_total{ml_model_name="pushed"})'))[0]?.value,
      (total) => total === ROWS,
    );
    const series = await query(store.url, 'count by (__name__) ({ml_model_name="pushed"})');
    const names = series.map(({ labels }) => labels['__name__']);
    const catalog = new RegExp(`^(${Object.values(METRICS).map(seriesPattern).join('|')})$`);
    expect(names.filter((name) => !catalog.test(name ?? ''))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['ml_feature_observations_total', 'ml_reference_rows']));
    expect(names.some((name) => name?.startsWith('ml_prediction_duration'))).toBe(true);
  });
});

describeNamelessReplicas('official-prometheus');
