import { Command, Option } from 'commander';
import type { ReferenceProfile } from '@driftline/shared';
import { loadProfile } from '../models/load-profile.ts';
import { describeOutcomes } from '../outcomes/describe-outcomes.ts';
import { withOutcomes, type OutcomeColumns } from '../outcomes/outcome-file.ts';
import { pushOutcomes } from '../outcomes/push-outcomes.ts';
import { TrainingError } from '../profile/training-error.ts';
import { protocolFromEnvironment } from '../setup/environment.ts';
import { addFileOptions, FILES, type FileOptions } from './file-options.ts';
import { collectColumn, collectPair } from './option-values.ts';

interface OutcomesOptions extends FileOptions {
  readonly profile: string;
  readonly prediction: string;
  readonly label: string;
  readonly score?: string;
  readonly scoreOf?: Readonly<Record<string, string>>;
  readonly group?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly exporter?: 'otlp-http' | 'otlp-protobuf';
  readonly serviceName?: string;
}

const EXAMPLES = `
Examples:
  driftline outcomes yesterday.csv --profile profile.json --prediction predicted --label class
  driftline outcomes yesterday.csv --profile profile.json --prediction predicted --label class --score probability
  driftline outcomes yesterday.parquet --profile profile.json --prediction predicted --label class --group sex=gender
  zcat outcomes.jsonl.gz | driftline outcomes - --profile profile.json --prediction price --label paid --url http://127.0.0.1:4318/v1/metrics`;

/** `driftline outcomes`: from a file of predictions and their labels to one push of their counts. */
export function outcomesCommand(): Command {
  const command = new Command('outcomes')
    .description('count the outcomes in a file of predictions and their labels, and push the counts once by OTLP')
    .argument('<files...>', FILES)
    .requiredOption('--profile <file>', 'reference profile of the model')
    .requiredOption('--prediction <column>', 'column with the predictions')
    .requiredOption('--label <column>', 'column with the ground truth')
    .option('--score <column>', 'column with the score behind a class of two, such as a probability')
    .option(
      '--score-of <class=column>',
      'column with the probability of a class, where there are more than two; repeatable',
      collectPair,
    )
    .option(
      '--group <attribute=column>',
      'column of an attribute of groups of the profile; repeatable (default: the columns of their names)',
      collectColumn,
    )
    .option('--url <url>', 'full URL of the OTLP receiver (default: the OTEL_EXPORTER_OTLP_* variables)')
    .addOption(
      new Option(
        '--exporter <name>',
        'JSON or protobuf over HTTP (default: OTEL_EXPORTER_OTLP_PROTOCOL, else otlp-http)',
      ).choices(['otlp-http', 'otlp-protobuf']),
    )
    .option('--service-name <name>', 'service.name of the counts (default: OTEL_SERVICE_NAME)');
  return addFileOptions(command).addHelpText('after', EXAMPLES).action(run);
}

async function run(files: readonly string[], options: OutcomesOptions): Promise<void> {
  const { prediction, label, group = {}, url, exporter = protocolFromEnvironment(), serviceName } = options;
  const profile = loadProfile(options.profile);
  if (profile.prediction === undefined) {
    throw new TrainingError(
      `${options.profile} knows no classes or numbers that the model predicts: build it again with --label.`,
    );
  }
  const attributes = [...new Set(profile.groups.flatMap(({ attribute, of }) => of ?? [attribute]))];
  const unknown = Object.keys(group).find((attribute) => !attributes.includes(attribute));
  if (unknown !== undefined) {
    throw new TrainingError(
      `--group names ${unknown}, which is no group of ${options.profile}: ` +
        (attributes.length === 0 ? 'it has none.' : `choose from ${attributes.join(', ')}.`),
    );
  }
  const scores = scoresOf(options, profile);
  const read = {
    format: options.format,
    header: options.header,
    delimiter: options.delimiter,
    quote: options.quote,
    encoding: options.encoding,
    decimal: options.decimal,
    partition: options.partition,
    missing: profile.missingValues,
    warn: (sentence: string): void => console.error(sentence),
  };
  const monitor = await withOutcomes(files, { prediction, label, scores, attributes, groups: group }, read, (batches) =>
    pushOutcomes(profile, batches, { exporter, url, serviceName }),
  );
  console.log(`${files.join(', ')}: ${describeOutcomes(monitor.recording.outcomes)}.`);
}

/**
 * The columns of scores.
 *
 * @throws {TrainingError} for scores that the profile has no bins for
 */
function scoresOf(options: OutcomesOptions, { prediction }: ReferenceProfile): OutcomeColumns['scores'] {
  const { score, scoreOf } = options;
  const { classes = [], scoreBins = [] } = prediction?.kind === 'classification' ? prediction : {};
  if (score === undefined && scoreOf === undefined) {
    if (scoreBins.length === 0) return undefined;
    const option = classes.length > 2 ? '`--score-of CLASS=COLUMN`' : '`--score COLUMN`';
    console.error(
      `These outcomes count without scores, so AUC and calibration lack them: name their column with ${option}.`,
    );
    return undefined;
  }
  const known = scoreBins.map((bins) => bins.class);
  if (known.length === 0) {
    throw new TrainingError(
      `${options.profile} has no bins of scores: build it again with --score, or leave out --score here.`,
    );
  }
  const unknown = Object.keys(scoreOf ?? {}).find((label) => !known.includes(label));
  if (unknown !== undefined) {
    throw new TrainingError(
      `--score-of names ${unknown}, for which ${options.profile} has no bins: choose from ${known.join(', ')}.`,
    );
  }
  if (scoreOf !== undefined) return scoreOf;
  if (classes.length > 2) {
    throw new TrainingError(
      `--score is the score of one class of two, and ${options.profile} has ${classes.length} classes: name the columns ` +
        `with --score-of ${known[0] ?? ''}=COLUMN.`,
    );
  }
  return score;
}
