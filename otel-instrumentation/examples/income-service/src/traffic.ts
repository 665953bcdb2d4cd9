/**
 * Plays a scenario against the service and prints one JSON line whenever a phase begins:
 *
 *     traffic.ts --target URL[,URL...] [--rate 100] [--seed 1] [--scenario scenarios/drift.json]
 */
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { endWithParent } from './end-with-parent.ts';
import { people } from './traffic/people.ts';
import { playedRows } from './traffic/played-rows.ts';
import { readScenario } from './traffic/scenario.ts';
import { Sender } from './traffic/send.ts';

const { values } = parseArgs({
  options: {
    target: { type: 'string', default: 'http://127.0.0.1:8080' },
    rate: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    scenario: { type: 'string' },
  },
});

const rate = Number(values.rate);
const scenario = readScenario(
  values.scenario === undefined ? new URL('../scenarios/drift.json', import.meta.url) : pathToFileURL(values.scenario),
);
const rows = playedRows(people(), scenario, rate, Number(values.seed));
const sender = new Sender(values.target.split(','));

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
  const results = await Promise.allSettled(batch.map((row) => sender.send(row.person)));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined && !failing) console.error(`The service cannot be reached: ${String(failure.reason)}`);
  failing = failure !== undefined;
  await wait(failing ? 1000 : 50);
}
