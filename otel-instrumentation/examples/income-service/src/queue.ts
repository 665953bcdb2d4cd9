/** `npm run queue`: the ground truth comes later, through a queue, and the identifier of the prediction matches them. */
import { startDriftline } from '@driftline/otel';
import { IncomeModel } from './model/income-model.ts';
import { LabelQueue } from './outcomes/label-queue.ts';
import { otlpProtocol } from './outcomes/otlp-protocol.ts';
import { labeledPeople } from './traffic/people.ts';

const PEOPLE = 1000;
const DELAY_MS = 100;

const { monitor, shutdown } = await startDriftline({
  profile: new URL('../profile.json', import.meta.url),
  serviceName: 'income-queue',
  exporter: otlpProtocol(),
  // Longer than the queue may take, and more than may wait in it.
  pendingTimeToLiveMs: 3_600_000,
  maximumPending: 100_000,
});
const model = IncomeModel.load();
const labels = new LabelQueue(DELAY_MS);

for (const [i, { person, label }] of labeledPeople().slice(0, PEOPLE).entries()) {
  const id = `applicant-${i}`;
  const { prediction, probability } = model.predict(person);
  monitor.record({ features: person, prediction, score: probability, id });
  labels.send({ id, actual: label });
}

let received = 0;
for await (const { id, actual } of labels.receive()) {
  monitor.recordOutcome({ id, actual });
  received++;
}
await shutdown();
console.log(`${PEOPLE} predictions, ${received} labels.`);
