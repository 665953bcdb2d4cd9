import { Option, type Command } from 'commander';
import { DECIMAL_MARKS, type DecimalMark } from '../profile/table-source.ts';
import { FORMATS, type Format } from '../profile/training-files.ts';
import { character, collectNames, encoding, quote } from './option-values.ts';

/** How to read files of rows, as given. */
export interface FileOptions {
  readonly format?: Format;
  readonly header?: readonly string[];
  readonly delimiter?: string;
  readonly quote?: string;
  readonly encoding?: string;
  readonly decimal?: DecimalMark;
  readonly partition?: readonly string[];
}

/** What a command says of the files that it reads. */
export const FILES = 'files, folders or globs of CSV, TSV, JSON or Parquet, gzip and zstd too; - for standard input';

/** Adds the options that say how to read files of rows. */
export function addFileOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>', 'format of the files (default: inferred)').choices(FORMATS))
    .option('--header <names>', 'names of the columns of CSV files without a header, separated by commas', collectNames)
    .option('--delimiter <character>', 'delimiter of CSV files, such as ";" or tab (default: guessed)', character)
    .option('--quote <character>', 'quote of CSV files, or none (default: guessed)', quote)
    .option('--encoding <name>', 'encoding of text files, such as utf-16le or latin1 (default: guessed)', encoding)
    .addOption(new Option('--decimal <mark>', 'decimal mark; the other mark divides thousands').choices(DECIMAL_MARKS))
    .option('--partition <names>', 'columns that folders give, such as country of country=DE', collectNames);
}
