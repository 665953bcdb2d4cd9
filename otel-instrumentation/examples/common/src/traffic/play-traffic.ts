import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { endWithParent } from '../process/end-with-parent.ts';
import { LateOutcomes } from './late-outcomes.ts';
import { playedRows, type PlayedRow, type Row } from './played-rows.ts';
import { readScenario } from './scenario.ts';
import { Sender } from './sender.ts';

/** A row, and the class or the number that turns out to be right. */
export interface LabeledRow {
  readonly row: Row;
  readonly label: string | number;
}

export interface TrafficOptions {
  readonly rows: readonly LabeledRow[];
  /** The file of the scenario, unless the command line names one. */
  readonly scenario: URL;
  /** Requests a second, unless the command line says so. */
  readonly rate: number;
}

/** One prediction in so many has an outcome, unless the command line says so. */
const LABELED = 4;

/**
 * Plays a scenario against a service, without end, and prints one JSON line whenever a phase begins. The truth about every
 * fourth row becomes known after a while, as labels do. The command line says how:
 *
 *     traffic.ts --target URL[,URL...] [--rate 100] [--seed 1] [--scenario FILE] [--label-delay-ms 10000] [--label-every 4]
 */
export async function playTraffic(options: TrafficOptions): Promise<never> {
  const { values } = parseArgs({
    options: {
      target: { type: 'string', default: 'http://127.0.0.1:8080' },
      rate: { type: 'string', default: String(options.rate) },
      seed: { type: 'string', default: '1' },
      scenario: { type: 'string' },
      'label-delay-ms': { type: 'string', default: '10000' },
      'label-every': { type: 'string', default: String(LABELED) },
    },
  });
  endWithParent(() => process.exit(0));

  const rate = Number(values.rate);
  const labelEvery = Number(values['label-every']);
  const scenario = readScenario(values.scenario === undefined ? options.scenario : pathToFileURL(values.scenario));
  const played = playedRows(
    options.rows.map(({ row }) => row),
    scenario,
    rate,
    Number(values.seed),
  );
  const sender = new Sender(values.target.split(','));
  const outcomes = new LateOutcomes(Number(values['label-delay-ms']));

  const predict = async ({ row, index, version, trouble }: PlayedRow, number: number): Promise<void> => {
    if (trouble?.fails === true) {
      // The scenario wants it to, and nobody will know an outcome.
      await sender.send(row, { version, trouble }).catch(() => undefined);
      return;
    }
    if (number % labelEvery !== 0) {
      await sender.send(row, { version, trouble });
      return;
    }
    const target = sender.nextTarget();
    const id = randomUUID();
    await sender.send(row, { target, id, version, trouble });
    outcomes.add(target, { id, actual: options.rows[index]?.label ?? '', version }, performance.now());
  };

  const start = performance.now();
  let phase = '';
  let failing = false;
  for (let sent = 0; ;) {
    const due = Math.floor(((performance.now() - start) / 1000) * rate) - sent;
    // After a pause of the machine the player catches up slowly rather than in one burst.
    const batch = Array.from({ length: Math.min(due, rate) }, () => played.next().value);
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
}
