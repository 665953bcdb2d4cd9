import { Command } from 'commander';
import { examine, type Finding } from '../doctor/examine.ts';
import { StoreClient, StoreError } from '../doctor/store-client.ts';
import { collectHeader, duration } from './option-values.ts';

interface DoctorOptions {
  readonly store: string;
  readonly model?: string;
  readonly window: string;
  readonly header?: Readonly<Record<string, string>>;
}

const MARKS: Record<Finding['state'], string> = { here: '✓', missing: '✗', absent: '–' };

/** `driftline doctor`: which series of which model have arrived, which are missing, and why that may be. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say which series of which model have arrived in the store, which are missing, and why that may be')
    .requiredOption('--store <url>', 'base address of a Prometheus HTTP API')
    .option('--model <name>', 'look at this model only')
    .option('--window <duration>', 'time in which there should have been traffic', duration, '5m')
    .option('--header <name: value>', 'sent with each request, such as an authorization; repeatable', collectHeader)
    .action(run);
}

async function run({ store, model, window, header }: DoctorOptions): Promise<void> {
  const examinations = await examine(new StoreClient(store, header), window, model);
  if (examinations.length === 0) {
    throw new StoreError(
      `${store} has no series of ${model === undefined ? 'any model' : `the model ${model}`}. Either no service with ` +
        'a Driftline monitor runs, or its metrics go elsewhere: look at OTEL_EXPORTER_OTLP_ENDPOINT, or at the ' +
        'targets that the store scrapes.',
    );
  }
  for (const { model, version, findings } of examinations) {
    console.log(`${model} ${version}`);
    for (const { what, state, detail } of findings) console.log(`  ${MARKS[state]} ${what.padEnd(21)} ${detail}`);
  }
  const missing = examinations.flatMap(({ findings }) => findings).filter(({ state }) => state === 'missing').length;
  if (missing > 0) process.exitCode = 1;
}
