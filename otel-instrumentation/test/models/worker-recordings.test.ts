import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PROCESS = fileURLToPath(new URL('./child-workers.ts', import.meta.url));

type Points = readonly [attributes: Readonly<Record<string, string>>, value: number | { readonly count: number }][];
type Export = Readonly<Record<string, Points>>;

/** What the main thread exports of its worker threads. */
async function exportsOf(how: string) {
  const { stdout } = await run(process.execPath, ['--conditions=driftline-source', PROCESS, how]);
  return JSON.parse(stdout) as { readonly answers: readonly Export[]; readonly progress: number };
}

const numberOf = (value: Points[number][1]): number => (typeof value === 'number' ? value : value.count);

/** The sum of a metric over the points that have these attributes. */
function sum(exported: Export | undefined, metric: string, having: Record<string, string> = {}): number {
  const points = (exported?.[metric] ?? []).filter(([attributes]) =>
    Object.entries(having).every(([name, value]) => attributes[name] === value),
  );
  return points.reduce((total, [, value]) => total + numberOf(value), 0);
}

/** No two points of an export have the same attributes. */
function expectDistinct(exported: Export): void {
  for (const [metric, points] of Object.entries(exported)) {
    const names = points.map(([attributes]) => JSON.stringify(attributes));
    expect([metric, names.length]).toEqual([metric, new Set(names).size]);
  }
}

test('what workers counted is exported with what the main thread counted, also after they ended', async () => {
  const { answers } = await exportsOf('ends');
  for (const answer of answers) {
    expectDistinct(answer);
    expect(sum(answer, 'ml.predictions')).toBe(3001);
    expect(sum(answer, 'ml.feature.observations', { 'ml.feature.name': 'age' })).toBe(3001);
    expect(sum(answer, 'ml.group.predictions', { 'ml.group.value': 'Female' })).toBe(3000);
    expect(sum(answer, 'ml.prediction.score')).toBe(3000);
    expect(sum(answer, 'ml.prediction.scores', { 'ml.score.bin': '>0.5' })).toBe(3000);
    expect(sum(answer, 'ml.outcomes', { 'ml.outcome.predicted': 'yes' })).toBe(3);
    expect(sum(answer, 'ml.prediction.duration')).toBe(3004);
    expect(sum(answer, 'ml.prediction.duration', { 'error.type': 'TypeError' })).toBe(3);
    expect(sum(answer, 'ml.reference.rows')).toBe(100);
  }
  expect([sum(answers[0], 'ml.feature.min'), sum(answers[0], 'ml.feature.max')]).toEqual([30, 99]);
  expect(answers[1]?.['ml.feature.min']).toBeUndefined();
});

test('a worker that never returns to its event loop is exported whole, and after it was terminated too', async () => {
  const { answers } = await exportsOf('blocked');
  for (const answer of answers) {
    expect(sum(answer, 'ml.predictions')).toBe(1001);
    expect(sum(answer, 'ml.prediction.duration', { 'error.type': 'TypeError' })).toBe(1);
  }
  expect(sum(answers[0], 'ml.feature.max')).toBe(99);
});

test('a worker that is terminated while it records loses nothing of what it had recorded', async () => {
  const { answers, progress } = await exportsOf('terminated');
  const [before, after] = answers.map((answer) => sum(answer, 'ml.predictions') - 1);
  expect(before).toBeGreaterThanOrEqual(1000);
  expect(after).toBeGreaterThanOrEqual(before ?? NaN);
  // Its end may fall between the record of a prediction and the note of its progress.
  expect([progress, progress + 1]).toContain(after);
});

test('a worker that began before the main thread listens announces itself again', async () => {
  const { answers } = await exportsOf('early');
  for (const answer of answers) expect(sum(answer, 'ml.predictions')).toBe(1000);
});

test('a model that only a worker runs is exported by its latest profile alone', async () => {
  const { answers } = await exportsOf('only');
  for (const answer of answers) {
    expectDistinct(answer);
    expect([sum(answer, 'ml.predictions'), sum(answer, 'ml.reference.rows')]).toEqual([10, 101]);
  }
});
