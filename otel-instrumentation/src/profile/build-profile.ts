import { parseProfile, type ReferenceProfile } from '@driftline/shared';
import { assembleProfile } from './assemble-profile.ts';
import { withBinsOf } from './bins-of-profile.ts';
import { TrainingLookup } from './column-lookup.ts';
import { countStatistics } from './count-statistics.ts';
import { Database } from './database.ts';
import type { EngineLimits } from './engine-limits.ts';
import { Faults } from './faults.ts';
import { readHeldOut } from './held-out-rows.ts';
import { withPrivateFolder } from './private-folder.ts';
import { comparedColumns, numericColumns, partsOf } from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import { partOf, type Progress } from './progress.ts';
import type { ReadOptions } from './table-source.ts';
import { findTrainingFiles, type Format } from './training-files.ts';
import { segmentReferences } from './segment-references.ts';
import { TrainingError } from './training-error.ts';
import { readTraining } from './training-table.ts';

/** Where the training data is, and what is called while it is read. */
export interface BuildOptions extends Omit<ReadOptions, 'missing' | 'warn'> {
  /** Paths, folders or globs of files of one format; `-` is the standard input. */
  readonly paths: readonly string[];
  readonly format?: Format | undefined;
  readonly encoding?: string | undefined;
  /** Receives one sentence for whatever the user should know. */
  readonly warn?: (sentence: string) => void;
  /** Receives what is being done, and the share of all that is done, between 0 and 1. */
  readonly progress?: (what: string, share: number) => void;
  /** What the database may use; default: a share of the machine. */
  readonly limits?: EngineLimits;
  /** Different values from which the values of a numeric column are not counted one by one. */
  readonly large?: number;
}

/** Approximate shares of the work at which unpacking, reading and looking at single columns are done. */
const UNPACKED = 0.05;
const READ = 0.4;
const LOOKED = 0.5;

/** Different values from which a numeric column is large. */
const LARGE = 200_000;

/**
 * Builds the reference profile of a model from its training rows.
 *
 * @throws {TrainingError} for data or options that no profile can be built from
 */
export async function buildProfile(request: ProfileRequest, options: BuildOptions): Promise<ReferenceProfile> {
  const { progress = () => undefined, warn = () => undefined } = options;
  return withPrivateFolder(async (scratch) => {
    const faults = new Faults();
    const reading: Progress = (share) => progress('reading', share);
    const unpacked = partOf(reading, 0, UNPACKED);
    const files = await findTrainingFiles(options.paths, scratch, { ...options, warn, progress: unpacked }, faults);
    const database = await Database.open(scratch, options.limits);
    try {
      const { tables, rows } = await readTraining(
        database,
        files,
        comparedColumns(request),
        { ...options, missing: request.missing, warn },
        faults,
        partOf(reading, UNPACKED, READ),
      );
      const counting: Progress = (share) => progress('counting', share);
      const lookup = new TrainingLookup(database, tables, rows, faults, warn, partOf(counting, READ, LOOKED));
      const parts = await faults.collect(() => partsOf(request, tables.columns, lookup, warn));
      const completed = await faults.collect(async () =>
        parts === undefined || request.binsOf === undefined
          ? request
          : withBinsOf(request.binsOf, request, parts, warn),
      );
      const heldOut =
        parts === undefined || request.calibrateOn === undefined
          ? undefined
          : await readHeldOut(
              { database, files, tables },
              request.calibrateOn,
              request,
              parts,
              scratch,
              { ...options, warn },
              faults,
            );
      const large = new Set<string>();
      if (parts !== undefined) {
        const answers = [parts.answer, parts.score, parts.compared?.label].filter((column) => column !== undefined);
        const numeric = parts.features.filter(({ kind }) => kind === 'numeric').map(({ name }) => name);
        await lookup.checkRanges([...answers, ...numeric]);
        for (const column of numericColumns(parts)) {
          if ((await lookup.distinctOf(column)) > (options.large ?? LARGE)) large.add(column);
        }
      }
      faults.refuse();
      if (parts === undefined || completed === undefined)
        throw new TrainingError('The columns of the training data cannot be told.');
      const statistics = await countStatistics(
        database,
        tables,
        rows,
        completed,
        parts,
        large,
        heldOut,
        partOf(counting, LOOKED, 1),
      );
      const profile = assembleProfile(statistics, completed, parts, warn);
      if ((request.segments ?? []).length === 0) return profile;
      const segments = await segmentReferences({ database, tables, heldOut }, profile, completed, parts, warn);
      return parseProfile({ ...profile, segments });
    } finally {
      database.close();
    }
  });
}
