import { Command } from 'commander';
import { DoctorError } from '../doctor/doctor-error.ts';
import { examine, type Finding } from '../doctor/examine.ts';
import { storeClient } from '../doctor/store-client.ts';
import { collectHeader, duration } from './option-values.ts';

interface DoctorOptions {
  readonly store: string;
  readonly model?: string;
  readonly window: string;
  readonly header?: Readonly<Record<string, string>>;
}

const MARKS: Record<Finding['state'], string> = { here: '✓', missing: '✗', absent: '–' };

/** `driftline doctor`: which series of each model have arrived, which are missing, and the likely reason. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('check which series of each model have arrived in the store, and why others may be missing')
    .requiredOption('--store <url>', 'base address of a Prometheus HTTP API')
    .option('--model <name>', 'check this model only')
    .option('--window <duration>', 'time window in which there should be traffic', duration, '5m')
    .option('--header <name: value>', 'header of each request, such as an authorization; repeatable', collectHeader)
    .action(run);
}

async function run({ store, model, window, header }: DoctorOptions): Promise<void> {
  const examinations = await examine(storeClient(store, header), window, model);
  if (examinations.length === 0) {
    throw new DoctorError(
      `${store} has no series of ${model === undefined ? 'any model' : `the model ${model}`}. Check that a service with a ` +
        'Driftline monitor runs, that OTEL_EXPORTER_OTLP_ENDPOINT points to this store, or that the store scrapes it.',
    );
  }
  for (const { model, version, findings } of examinations) {
    console.log(`${model} ${version}`);
    for (const { what, state, detail } of findings) console.log(`  ${MARKS[state]} ${what.padEnd(21)} ${detail}`);
  }
  const missing = examinations.flatMap(({ findings }) => findings).filter(({ state }) => state === 'missing').length;
  if (missing > 0) process.exitCode = 1;
}
