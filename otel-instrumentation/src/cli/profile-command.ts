import { writeFile } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { buildProfile, type ProfileRequest } from '../profile/build-profile.ts';
import type { ColumnKind } from '../profile/column-kind.ts';
import { collect, collectPair, wholeNumber } from './pairs.ts';

interface ProfileOptions extends Omit<ProfileRequest, 'path' | 'version' | 'features' | 'groups' | 'types'> {
  readonly modelVersion: string;
  readonly feature?: readonly string[];
  readonly group?: readonly string[];
  readonly type?: Record<string, ColumnKind>;
  readonly out: string;
}

/** `driftline profile`: training rows in, reference profile out. */
export function profileCommand(): Command {
  return new Command('profile')
    .description('build the reference profile of a model from its training rows')
    .argument('<csv>', 'training data with a header line, gzipped or not')
    .requiredOption('--model <name>', 'name of the model')
    .option('--model-version <version>', 'version of the model', '1')
    .option('--out <file>', 'where to write the profile', 'profile.json')
    .option('--feature <column>', 'a feature; repeat it, or leave it out for all columns', collect)
    .option('--exclude <column>', 'a column that is no feature; repeatable', collect)
    .option('--label <column>', 'column with the true class')
    .option('--prediction <column>', 'column with the class that the model predicted')
    .option('--score <column>', "column with the model's score")
    .option('--favourable <class>', 'class that a person hopes for; fairness measures count it')
    .option('--group <column>', 'attribute by which predictions are counted, such as sex; repeatable', collect)
    .option('--privileged <group=value>', 'value that the others are compared with; repeatable', collectPair)
    .addOption(
      new Option('--type <column=kind>', 'numeric or categorical instead of what is inferred; repeatable').argParser(
        columnKinds,
      ),
    )
    .option('--missing <text>', 'a text that means missing, beside the empty one; repeatable', collect)
    .option('--bins <number>', 'bins of a numeric feature', wholeNumber(2), 10)
    .option('--max-categories <number>', 'categories that get a bin of their own', wholeNumber(1), 50)
    .action(run);
}

function columnKinds(pair: string, collected?: Record<string, string>): Record<string, string> {
  const kinds = collectPair(pair, collected);
  if (Object.values(kinds).some((kind) => kind !== 'numeric' && kind !== 'categorical')) {
    throw new InvalidArgumentError('The kind is numeric or categorical.');
  }
  return kinds;
}

async function run(path: string, options: ProfileOptions): Promise<void> {
  const { modelVersion, feature, group, type, out, ...rest } = options;
  const profile = await buildProfile(
    {
      ...rest,
      path,
      version: modelVersion,
      ...(feature === undefined ? {} : { features: feature }),
      ...(group === undefined ? {} : { groups: group }),
      ...(type === undefined ? {} : { types: type }),
    },
    (sentence) => console.error(sentence),
  );
  await writeFile(out, `${JSON.stringify(profile, null, 2)}\n`);
  console.log(`${out}: ${profile.features.length} features of ${profile.rows} rows.`);
}
