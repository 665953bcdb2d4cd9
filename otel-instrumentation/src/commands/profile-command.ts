import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { Command } from 'commander';
import type { ReferenceProfile } from '@driftline/shared';
import { calibrationSummary } from '../inspect/calibration-summary.ts';
import { profileTypes } from '../inspect/profile-types.ts';
import { scoreCost } from '../inspect/score-cost.ts';
import { buildProfile } from '../profile/build-profile.ts';
import { profileFromStatistics, profileSql } from '../profile/warehouse-profile.ts';
import { parseStatistics } from '../profile/statistics.ts';
import { TrainingError } from '../profile/training-error.ts';
import { FILES } from './file-options.ts';
import { addProfileOptions, requestOf, type ProfileOptions } from './profile-options.ts';
import { checkReplaceable, replaceFile } from './replace-file.ts';
import { ProgressBar } from './progress-bar.ts';

const EXAMPLES = `
Examples:
  driftline profile train.csv.gz --model income --label class --favorable '>50K' --group sex
  driftline profile train.csv --model churn --label churned --favorable yes --score probability --calibrate-on validation.csv
  driftline profile part-*.parquet --model price --label price --prediction predicted
  driftline profile 'lake/country=*/year=2026/**/*.parquet' --model price --partition country
  cat train.jsonl | driftline profile - --model income --edges age=18,30,50
  driftline profile --sql bigquery --table shop.orders --model price --numeric amount,age --categorical country > profile.sql
  driftline profile --from-json result.json --model price --numeric amount,age --categorical country`;

/** `driftline profile`: from training rows to a reference profile. */
export function profileCommand(): Command {
  const command = new Command('profile')
    .description('build the reference profile of a model from its training data')
    .argument('[files...]', FILES);
  return addProfileOptions(command).addHelpText('after', EXAMPLES).action(run);
}

async function run(files: readonly string[], options: ProfileOptions): Promise<void> {
  const request = requestOf(options);
  if (options.sql !== undefined) {
    if (options.table === undefined) throw new TrainingError('--sql needs a table: name it with --table.');
    console.log(await profileSql(options.sql, options.table, request));
    return;
  }
  if (options.sql === undefined && options.out !== '-') await checkReplaceable(options.out);
  const bar = new ProgressBar(process.stderr);
  const warn = (sentence: string): void => {
    bar.clear();
    console.error(sentence);
  };
  if (options.fromJson !== undefined) {
    const json = options.fromJson === '-' ? await readAll(process.stdin) : await readFile(options.fromJson, 'utf8');
    await write(await profileFromStatistics(parseStatistics(json), request, warn), options);
    return;
  }
  if (files.length === 0) {
    throw new TrainingError('There is no training data: give one or more files, - for the standard input, or --sql.');
  }
  const profile = await buildProfile(request, {
    paths: files,
    format: options.format,
    header: options.header,
    delimiter: options.delimiter,
    quote: options.quote,
    encoding: options.encoding,
    decimal: options.decimal,
    partition: options.partition,
    warn,
    progress: (what, share) => bar.show(what, share),
  }).finally(() => bar.clear());
  await write(profile, options);
}

async function write(profile: ReferenceProfile, { out, types }: ProfileOptions): Promise<void> {
  if (types !== undefined) await replaceFile(types, profileTypes(profile));
  const json = `${JSON.stringify(profile, null, 2)}\n`;
  if (out === '-') {
    process.stdout.write(json);
    return;
  }
  await replaceFile(out, json);
  console.log(`${out}: ${profile.features.length} features of ${profile.rows} rows.`);
  const cost = scoreCost(profile);
  if (cost !== undefined) console.log(cost);
  const summary = calibrationSummary(profile);
  if (summary !== undefined) console.log(summary);
}
