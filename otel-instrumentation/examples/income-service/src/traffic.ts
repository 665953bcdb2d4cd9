/**
 * Plays a scenario against the service and prints one JSON line whenever a phase begins:
 *
 *     traffic.ts --target URL[,URL...] [--rate 100] [--seed 1] [--scenario scenarios/drift.json] [--label-delay-ms 10000]
 *
 * The truth about every fourth person becomes known after a while, as labels do.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { endWithParent } from './end-with-parent.ts';
import { LateOutcomes } from './traffic/late-outcomes.ts';
import { labeledPeople } from './traffic/people.ts';
import { playedRows, type PlayedRow } from './traffic/played-rows.ts';
import { readScenario } from './traffic/scenario.ts';
import { Sender } from './traffic/send.ts';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'http://127.0.0.1:8080' },
    rate: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    scenario: { type: 'string' },
    'label-delay-ms': { type: 'string', default: '10000' },
  },
});

const rate = Number(values.rate);
const scenario = readScenario(
  values.scenario === undefined ? new URL('../scenarios/drift.json', import.meta.url) : pathToFileURL(values.scenario),
);
const labeled = labeledPeople();
const people = labeled.map(({ person }) => person);
const rows = playedRows(people, scenario, rate, Number(values.seed));
const sender = new Sender(values.target.split(','));
const outcomes = new LateOutcomes(Number(values['label-delay-ms']));

/** One prediction in so many has an outcome. */
const LABELED = 4;

async function predict({ person, index }: PlayedRow, number: number): Promise<void> {
  if (number % LABELED !== 0) {
    await sender.send(person);
    return;
  }
  const target = sender.nextTarget();
  const id = randomUUID();
  await sender.send(person, target, id);
  outcomes.add(target, { id, actual: labeled[index]?.label ?? '' }, performance.now());
}

endWithParent(() => process.exit(0));

const start = performance.now();
let phase = '';
let failing = false;
for (let sent = 0; ;) {
  const due = Math.floor(((performance.now() - start) / 1000) * rate) - sent;
  // After a pause of the machine the player catches up slowly rather than in one burst.
  const batch = Array.from({ length: Math.min(due, rate) }, () => rows.next().value);
  sent += batch.length;
  const last = batch.at(-1);
  if (last !== undefined && last.phase.name !== phase) {
    phase = last.phase.name;
    console.log(JSON.stringify({ phase, seconds: last.phase.seconds }));
  }
  const results = await Promise.allSettled([
    ...batch.map((row, i) => predict(row, sent + i)),
    ...[...outcomes.take(performance.now())].map(([target, known]) => sender.sendOutcomes(target, known)),
  ]);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined && !failing) console.error(`The service cannot be reached: ${String(failure.reason)}`);
  failing = failure !== undefined;
  await wait(failing ? 1000 : 50);
}
