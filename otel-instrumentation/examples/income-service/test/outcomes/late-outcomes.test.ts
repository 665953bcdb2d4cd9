import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { query, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { compile, DEFAULT_QUERY, type MeasureId } from '@driftline/shared';
import { IncomeModel } from '../../src/index.ts';
import { labeledPeople } from '../../src/traffic/people.ts';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** Runs a script of the package as `npm run` does, with a store as the receiver. */
async function run(name: string, { otlpUrl = '' }: Store): Promise<string> {
  const variables = { OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: otlpUrl, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' };
  const env = { ...process.env, ...variables };
  const { stdout } = await promisify(execFile)('sh', ['-c', scripts[name] ?? ''], { cwd: folder, env });
  return stdout;
}

/** Share of rows whose predicted class is the actual one. */
function shareRight(rows: readonly (readonly [predicted: string, actual: string])[]): number {
  return rows.filter(([predicted, actual]) => predicted === actual).length / rows.length;
}

/** Share of pairs of two classes whose scores are in order; ties count half. */
function areaOf(rows: readonly (readonly [score: number, actual: string])[]): number {
  const scoresOf = (label: string): number[] => rows.filter(([, actual]) => actual === label).map(([score]) => score);
  const [low, high] = [scoresOf('<=50K'), scoresOf('>50K')];
  const pairs = high.flatMap((score) => low.map((other): number => (score > other ? 1 : score === other ? 0.5 : 0)));
  return pairs.reduce((sum, each) => sum + each, 0) / pairs.length;
}

describeWithStore('victoria-metrics', 'late outcomes, pushed to VictoriaMetrics', () => {
  let store: Store;

  const increase = async (selector: string): Promise<number> => {
    const [sample] = await query(store.url, `sum(increase(${selector}[10m]))`);
    return sample?.value ?? NaN;
  };
  const measured = async (measure: MeasureId): Promise<number> => {
    const { promql } = compile({ ...DEFAULT_QUERY, measure, window: '10m', where: { model: ['income'] } });
    const samples = await query(store.url, promql);
    expect(samples).toHaveLength(1);
    return samples[0]?.value ?? NaN;
  };
  const untilCounted = (job: string, rows: number): Promise<number> =>
    waitUntil(
      `${rows} outcomes of ${job}`,
      async () => {
        await fetch(`${store.url}/internal/force_flush`);
        return increase(`ml_outcomes_total{service_name="${job}",ml_group_attribute=""}`);
      },
      (value) => value === rows,
    );

  beforeEach(async () => {
    store = await startStore({ kind: 'victoria-metrics' });
  });

  afterEach(async () => {
    rmSync(`${folder}/nightly.csv`, { force: true });
    await store?.close();
  });

  test('a queue: every outcome once, though every tenth comes twice, and the accuracy of the model', async () => {
    expect(await run('queue', store)).toBe('1000 predictions, 1100 labels.\n');
    await untilCounted('income-queue', 1000);
    expect(await increase('ml_outcome_problems_total{ml_outcome_problem="repeated"}')).toBe(100);
    expect(await increase('ml_outcome_problems_total{ml_outcome_problem!="repeated"}')).toBe(0);
    const model = IncomeModel.load();
    const rows = labeledPeople()
      .slice(0, 1000)
      .map(({ person, label }) => ({ ...model.predict(person), label }));
    expect(await measured('accuracy')).toBeCloseTo(
      shareRight(rows.map(({ prediction, label }) => [prediction, label])),
      9,
    );
    expect(await measured('roc-auc')).toBeCloseTo(
      areaOf(rows.map(({ probability, label }) => [probability, label])),
      2,
    );
  });

  test('a nightly file: the accuracy in the store is that of the file, and a push of the next night adds to it', async () => {
    const printed = await run('nightly', store);
    const [, ...lines] = readFileSync(`${folder}/nightly.csv`, 'utf8').trimEnd().split('\n');
    const cells = lines.map((line) => line.split(',') as [string, string, string]);
    const rows = cells.map(([predicted, , actual]) => [predicted, actual] as const);
    const area = areaOf(cells.map(([, probability, actual]) => [Number(probability), actual]));
    expect(rows).toHaveLength(2000);
    expect(printed).toMatch(/^nightly\.csv: 2000 counted, \d{4} right \(\d\d(\.\d)? %\)\.\n$/);
    await untilCounted('income-nightly', 2000);
    expect(await measured('accuracy')).toBeCloseTo(shareRight(rows), 9);
    expect(await measured('roc-auc')).toBeCloseTo(area, 2);

    await run('nightly', store);
    await untilCounted('income-nightly', 4000);
    expect(await measured('accuracy')).toBeCloseTo(shareRight(rows), 9);
  });
});
