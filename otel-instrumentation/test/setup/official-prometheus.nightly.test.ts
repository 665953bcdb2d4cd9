import { query, startStore, type Store } from '@driftline/local-store';
import { waitUntil } from '@driftline/local-store/testing';
import { METRICS, seriesPattern } from '@driftline/shared';
import { startRecorder } from '../faults/recorder-process.ts';

/** A build of Prometheus 3 with its OTLP receiver, such as those of prometheus.io; Debian's has none. */
const PROGRAM = process.env['PROMETHEUS_BIN'];
const ROWS = 5000;

const describeOfficial = PROGRAM === undefined ? describe.skip : describe;
const reason = PROGRAM === undefined ? ' (set PROMETHEUS_BIN to a build that has one)' : '';

describeOfficial(`the OTLP receiver of Prometheus${reason}`, () => {
  let store: Store;

  beforeAll(async () => {
    store = await startStore({
      program: { kind: 'prometheus', path: PROGRAM as string },
      extraArguments: ['--web.enable-otlp-receiver'],
    });
  });

  afterAll(() => store.close());

  test('it takes every row, under the names of the catalog', async () => {
    const { recorded } = startRecorder({ otlpUrl: `${store.url}/api/v1/otlp/v1/metrics`, rows: ROWS, model: 'pushed' });
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
