import { readFileSync } from 'node:fs';
import { OUTCOME_PROBLEMS, parseProfile } from '@driftline/shared';
import { ModelMonitor } from '../../src/recorder/model-monitor.ts';
import { useLogger } from '../../src/values/log.ts';
import { exampleProfile } from '../example-profile.ts';

interface Case {
  readonly id: string | number;
  readonly prediction: unknown;
  readonly actual: unknown;
}

/** Records each prediction of a case and later its outcome, with a profile of the classes 0 and 1. */
function replayed(name: string, order: (cases: readonly Case[]) => readonly Case[] = (cases) => cases) {
  const cases = JSON.parse(readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8')) as Case[];
  const prediction = { kind: 'classification', classes: ['0', '1'], counts: [50, 50], favorable: '1' };
  const monitor = new ModelMonitor(parseProfile({ ...exampleProfile(), prediction }));
  for (const { id, prediction: predicted } of cases) monitor.record({ prediction: predicted, id });
  // Here the outcome has its identifier in the other type.
  for (const { id, actual } of order(cases)) {
    monitor.recordOutcome({ id: typeof id === 'string' ? Number(id) || id : String(id), actual });
  }
  const { outcomes } = monitor.recording;
  const right = (outcomes.matrix?.cells ?? []).map(([predicted, actual], i) =>
    predicted === actual ? (outcomes.total[i] ?? 0) : 0,
  );
  const all = outcomes.total.reduce((sum, count) => sum + count, 0);
  return {
    cases: cases.length,
    all,
    accuracy: right.reduce((sum, count) => sum + count, 0) / all,
    problems: outcomes.problems,
    report: monitor.report(),
  };
}

test('outcomes of other types are matched with their predictions', () => {
  const { cases, all, accuracy, problems } = replayed('outcomes-of-other-types.json', (each) => each.toReversed());
  expect([cases, all, accuracy]).toEqual([60, 60, 1]);
  expect(Object.values(problems)).toEqual(OUTCOME_PROBLEMS.map(() => 0));
});

test('classes that nobody knows are wrong and counted, and a warning names their share', () => {
  const said: string[] = [];
  useLogger({ warn: (sentence) => said.push(sentence) });
  const { cases, all, accuracy, problems, report } = replayed('classes-nobody-knows.json');
  expect([all, accuracy, problems.unmatched, problems.unknown_class]).toEqual([cases, 0, 0, cases]);
  expect(report).toMatchObject({ unknownPredictions: cases, unknownOutcomes: cases });
  expect(said).toEqual([
    expect.stringMatching(
      /^driftline: 20 of 20 outcomes of income 1 \(100 %\) have a predicted or an actual class that is not in/,
    ),
  ]);
  useLogger(undefined);
});
