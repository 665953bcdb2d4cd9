import { Command } from 'commander';
import { DoctorError } from '../doctor/doctor-error.ts';
import { examine } from '../doctor/examine.ts';
import { isFault, type Finding } from '../doctor/finding.ts';
import { storeClient } from '../doctor/store-client.ts';
import { plain } from '../values/quoted.ts';
import { ANSWER_IS_NO, exitCodes } from './exit-codes.ts';
import { collectHeader, duration } from './option-values.ts';

interface DoctorOptions {
  readonly store: string;
  readonly model?: string;
  readonly window: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly json?: true;
}

const MARKS: Record<Finding['state'], string> = { here: '✓', absent: '–', note: '!', missing: '✗', wrong: '✗' };

/** `driftline doctor`: what of each model has arrived, what is missing or makes its numbers wrong, and what to change. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check what of each model has arrived in the store, and what is missing or makes its numbers wrong')
    .requiredOption('--store <url>', 'base address of a Prometheus HTTP API')
    .option('--model <name>', 'check this model only')
    .option('--window <duration>', 'time window in which there should be traffic', duration, '5m')
    .option('--json', 'print the findings as JSON')
    .option('--header <name: value>', 'header of each request, such as an authorization; repeatable', collectHeader)
    .addHelpText('after', exitCodes('there is no fault', 'something is missing or wrong'))
    .action(run);
}

async function run({ store, model, window, header, json }: DoctorOptions): Promise<void> {
  const examinations = await examine(storeClient(store, header), window, model);
  if (examinations.length === 0) {
    throw new DoctorError(
      `${store} has no series of ${model === undefined ? 'any model' : `the model ${model}`}. Check that a service with a ` +
        'Driftline monitor runs, that OTEL_EXPORTER_OTLP_ENDPOINT points to this store, or that the store scrapes it.',
    );
  }
  if (json) console.log(JSON.stringify(examinations, null, 2));
  else {
    for (const { model, version, findings } of examinations) {
      console.log(`${plain(model)} ${plain(version)}`);
      for (const { what, state, detail } of findings) console.log(`  ${MARKS[state]} ${what.padEnd(21)} ${detail}`);
    }
  }
  if (examinations.some(({ findings }) => findings.some(isFault))) process.exitCode = ANSWER_IS_NO;
}
