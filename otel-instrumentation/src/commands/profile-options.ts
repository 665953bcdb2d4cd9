import { readFileSync } from 'node:fs';
import { Option, type Command } from 'commander';
import { DEFAULT_MINIMUM_GROUP_SIZE, MOST_SCORE_BINS } from '@driftline/shared';
import { loadProfile } from '../models/load-profile.ts';
import { DEFAULT_SCORE_BINS } from '../profile/assemble-profile.ts';
import type { ColumnKind } from '../profile/column-kind.ts';
import { parseImportances } from '../profile/importances.ts';
import type { ProfileRequest } from '../profile/profile-request.ts';
import { DEFAULT_MINIMUM_SEGMENT_SIZE } from '../profile/segment-references.ts';
import { DIALECTS, type DialectName } from '../profile/sql/dialect.ts';
import { addFileOptions, type FileOptions } from './file-options.ts';
import {
  collect,
  collectEdges,
  collectNames,
  collectPair,
  positiveNumber,
  share,
  wholeNumber,
} from './option-values.ts';

/** The options of `driftline profile` as given. */
export interface ProfileOptions extends FileOptions {
  readonly model: string;
  readonly modelVersion: string;
  readonly out: string;
  readonly types?: string;
  readonly feature?: readonly string[];
  readonly exclude?: readonly string[];
  readonly keep?: readonly string[];
  readonly numeric?: readonly string[];
  readonly categorical?: readonly string[];
  readonly verbatim?: readonly string[];
  readonly label?: string;
  readonly prediction?: string;
  readonly score?: string;
  readonly scoreOf?: Readonly<Record<string, string>>;
  readonly scoreBins: number;
  readonly threshold?: number;
  readonly calibrateOn?: readonly string[];
  readonly task?: 'classification' | 'regression';
  readonly classOrder?: readonly string[];
  readonly favorable?: string;
  readonly importance?: string;
  readonly group?: readonly string[];
  readonly privileged?: Readonly<Record<string, string>>;
  readonly minimumGroupSize: number;
  readonly segments?: readonly string[];
  readonly segmentFeatures?: readonly string[];
  readonly minimumSegmentSize: number;
  readonly missing?: readonly string[];
  readonly bins: number;
  readonly edges?: Readonly<Record<string, readonly number[]>>;
  readonly edgesFrom?: string;
  readonly maxCategories: number;
  readonly minimumCount: number;
  readonly outlierLimit?: number;
  readonly sql?: DialectName;
  readonly table?: string;
  readonly fromJson?: string;
}

/** Adds the options that describe a profile. */
export function addProfileOptions(command: Command): Command {
  const written = command
    .requiredOption('--model <name>', 'name of the model')
    .option('--model-version <version>', 'version of the model', '1')
    .option('--out <file>', 'file to write; - for the standard output', 'profile.json')
    .option('--types <file>', 'also write the names as TypeScript declarations, such as profile.d.ts');
  return addFileOptions(written)
    .option('--feature <column>', 'a feature; repeatable (default: all columns that have no other role)', collect)
    .option('--exclude <column>', 'a column that is not a feature; repeatable', collect)
    .option('--keep <column>', 'a column that is a feature although it looks personal; repeatable', collect)
    .option('--numeric <columns>', 'numeric columns (default: inferred)', collectNames)
    .option('--categorical <columns>', 'categorical columns (default: inferred)', collectNames)
    .option('--verbatim <column>', 'a categorical column in which 1 and 1.0 are two texts; repeatable', collect)
    .option('--label <column>', 'column with the ground truth')
    .option('--prediction <column>', 'column with the predictions')
    .option(
      '--score <column>',
      'column with the score behind a class, of two classes the probability of the favorable one',
    )
    .option(
      '--score-of <class=column>',
      'column with the probability of a class, where there are more than two; repeatable',
      collectPair,
    )
    .option(
      '--score-bins <number>',
      'bins by which outcomes are counted by score',
      wholeNumber(2, MOST_SCORE_BINS),
      DEFAULT_SCORE_BINS,
    )
    .option('--threshold <number>', 'score above which the class is predicted (default: 0.5)', share)
    .option(
      '--calibrate-on <file>',
      'rows that the model was not trained on, so that performance is estimated before labels arrive; with --sql their ' +
        'table; repeatable',
      collect,
    )
    .addOption(
      new Option('--task <task>', 'whether label and prediction are classes or numbers (default: inferred)').choices([
        'classification',
        'regression',
      ]),
    )
    .option(
      '--class-order <classes>',
      'all classes in the order in which the model returns their probabilities, separated by commas',
      collectNames,
    )
    .option('--favorable <class>', 'favorable class, which performance and fairness measures count')
    .option(
      '--importance <file>',
      'importance of each feature to the model, as its trainer writes it, in JSON or CSV: suspects of a change are ranked by it',
    )
    .option('--group <column>', 'column of groups, such as sex; sex,race is an intersection; repeatable', collect)
    .option('--privileged <group=value>', 'group that the others are compared with; repeatable', collectPair)
    .option(
      '--minimum-group-size <rows>',
      'training rows below which a group is counted in `other`',
      wholeNumber(1),
      DEFAULT_MINIMUM_GROUP_SIZE,
    )
    .option(
      '--segments <columns>',
      'columns such as country,channel by whose values the model is counted too, the ten largest of each',
      collectNames,
    )
    .option('--segment-features <columns>', 'features that are counted by segment (default: none)', collectNames)
    .option(
      '--minimum-segment-size <rows>',
      'training rows below which a value of a segment is counted in `other`',
      wholeNumber(1),
      DEFAULT_MINIMUM_SEGMENT_SIZE,
    )
    .option('--missing <text>', 'a text that means missing, besides the empty text; repeatable', collect)
    .option('--bins <number>', 'number of bins of a numeric feature', wholeNumber(2), 10)
    .option('--edges <column=edges>', 'upper edges of the bins, such as age=18,30,50; repeatable', collectEdges)
    .option('--edges-from <profile>', 'a profile whose bins to take, so that two versions can be compared')
    .option('--max-categories <number>', 'number of categories that get a bin of their own', wholeNumber(1), 50)
    .option(
      '--minimum-count <rows>',
      'training rows that a category needs for a bin of its own; classes and groups are exempt',
      wholeNumber(1),
      10,
    )
    .option(
      '--outlier-limit <number>',
      'standard deviations beyond which a value is an outlier; give the monitor the same `outlierLimit` (default: 4)',
      positiveNumber,
    )
    .addOption(
      new Option('--sql <dialect>', 'print the SQL that computes the statistics in a warehouse').choices(DIALECTS),
    )
    .option('--table <name>', 'table that the SQL reads')
    .option('--from-json <file>', 'build the profile from the result of that SQL; - for the standard input');
}

export function requestOf(options: ProfileOptions): ProfileRequest {
  const { modelVersion, feature, group, numeric, categorical, edgesFrom, importance, ...rest } = options;
  const kinds = (columns: readonly string[] | undefined, kind: ColumnKind): [string, ColumnKind][] =>
    (columns ?? []).map((column) => [column, kind]);
  return {
    ...rest,
    version: modelVersion,
    types: Object.fromEntries([...kinds(numeric, 'numeric'), ...kinds(categorical, 'categorical')]),
    ...(feature === undefined ? {} : { features: feature }),
    ...(group === undefined ? {} : { groups: group }),
    ...(importance === undefined
      ? {}
      : { importances: parseImportances(readFileSync(importance, 'utf8'), importance) }),
    ...(edgesFrom === undefined ? {} : { binsOf: { shown: edgesFrom, profile: loadProfile(edgesFrom) } }),
  };
}
