import { Option, type Command } from 'commander';
import type { ColumnKind } from '../profile/column-kind.ts';
import type { ProfileRequest } from '../profile/profile-request.ts';
import { DIALECTS, type DialectName } from '../profile/sql/dialect.ts';
import { FORMATS, type Format } from '../profile/training-files.ts';
import { collect, collectEdges, collectNames, collectPair, wholeNumber } from './option-values.ts';

/** The options of `driftline profile` as they are written. */
export interface ProfileOptions {
  readonly model: string;
  readonly modelVersion: string;
  readonly out: string;
  readonly format?: Format;
  readonly feature?: readonly string[];
  readonly exclude?: readonly string[];
  readonly numeric?: readonly string[];
  readonly categorical?: readonly string[];
  readonly label?: string;
  readonly prediction?: string;
  readonly score?: string;
  readonly task?: 'classification' | 'regression';
  readonly favorable?: string;
  readonly group?: readonly string[];
  readonly privileged?: Readonly<Record<string, string>>;
  readonly missing?: readonly string[];
  readonly bins: number;
  readonly edges?: Readonly<Record<string, readonly number[]>>;
  readonly maxCategories: number;
  readonly sql?: DialectName;
  readonly table?: string;
  readonly fromJson?: string;
}

/** Adds the options that say what a profile is made of. */
export function addProfileOptions(command: Command): Command {
  return command
    .requiredOption('--model <name>', 'name of the model')
    .option('--model-version <version>', 'version of the model', '1')
    .option('--out <file>', 'where to write the profile; - for the standard output', 'profile.json')
    .addOption(new Option('--format <format>', 'instead of what the file shows').choices(FORMATS))
    .option('--feature <column>', 'a feature; repeat it, or leave it out for all columns', collect)
    .option('--exclude <column>', 'a column that is no feature; repeatable', collect)
    .option('--numeric <columns>', 'columns of numbers, whatever is inferred', collectNames)
    .option('--categorical <columns>', 'columns of categories, whatever is inferred', collectNames)
    .option('--label <column>', 'column with what truly was')
    .option('--prediction <column>', 'column with what the model predicted')
    .option('--score <column>', 'column with the score behind a class')
    .addOption(
      new Option('--task <task>', 'whether these are classes or numbers').choices(['classification', 'regression']),
    )
    .option('--favorable <class>', 'class that a person hopes for; fairness measures count it')
    .option('--group <column>', 'predictions are counted by it, such as sex; sex,race is an intersection', collect)
    .option('--privileged <group=value>', 'value that the others are compared with; repeatable', collectPair)
    .option('--missing <text>', 'a text that means missing, beside the empty one; repeatable', collect)
    .option('--bins <number>', 'bins of a numeric feature', wholeNumber(2), 10)
    .option('--edges <column=edges>', 'upper edges of the bins, such as age=18,30,50; repeatable', collectEdges)
    .option('--max-categories <number>', 'categories that get a bin of their own', wholeNumber(1), 50)
    .addOption(
      new Option('--sql <dialect>', 'print the SQL that computes the profile where the data is').choices(DIALECTS),
    )
    .option('--table <name>', 'the table that the SQL reads')
    .option('--from-json <file>', 'make the profile of what the SQL returned; - for the standard input');
}

export function requestOf(options: ProfileOptions): ProfileRequest {
  const { modelVersion, feature, group, numeric, categorical, ...rest } = options;
  const kinds = (columns: readonly string[] | undefined, kind: ColumnKind): [string, ColumnKind][] =>
    (columns ?? []).map((column) => [column, kind]);
  return {
    ...rest,
    version: modelVersion,
    types: Object.fromEntries([...kinds(numeric, 'numeric'), ...kinds(categorical, 'categorical')]),
    ...(feature === undefined ? {} : { features: feature }),
    ...(group === undefined ? {} : { groups: group }),
  };
}
