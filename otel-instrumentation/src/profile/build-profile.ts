import {
  parseProfile,
  PROFILE_SCHEMA_VERSION,
  type FeatureReference,
  type GroupReference,
  type ReferenceProfile,
} from '@driftline/shared';
import { categoricalReference, frequencies } from './categorical-reference.ts';
import { kindOf, type ColumnKind } from './column-kind.ts';
import { Database, identifier } from './database.ts';
import { numericReference, scoreReference } from './numeric-reference.ts';
import { TrainingError } from './training-error.ts';
import { readTraining, TRAINING, type TrainingTable } from './training-table.ts';

/** What a profile is made of. */
export interface ProfileRequest {
  /** Path of the training data. */
  readonly path: string;
  readonly model: string;
  readonly version: string;
  /** Columns that are features; all that have no other part unless given. */
  readonly features?: readonly string[];
  readonly exclude?: readonly string[];
  /** Column with the true class. */
  readonly label?: string;
  /** Column with the class that the model predicted. */
  readonly prediction?: string;
  /** Column with the model's score. */
  readonly score?: string;
  readonly favourable?: string;
  readonly groups?: readonly string[];
  /** Privileged value by group attribute. */
  readonly privileged?: Readonly<Record<string, string>>;
  /** Kinds that are not to be inferred, by column. */
  readonly types?: Readonly<Record<string, ColumnKind>>;
  readonly missing?: readonly string[];
  readonly bins: number;
  readonly maxCategories: number;
}

/**
 * Builds the reference profile of a model from its training rows.
 *
 * @param say - receives one sentence for whatever a person should know of
 * @throws {TrainingError} for data or options that no profile can be made of
 */
export async function buildProfile(
  request: ProfileRequest,
  say: (sentence: string) => void = () => undefined,
): Promise<ReferenceProfile> {
  const database = await Database.open();
  try {
    const table = await readTraining(database, request.path, request.missing);
    checkColumns(request, table);
    const features: FeatureReference[] = [];
    for (const column of featureColumns(request, table)) features.push(await featureOf(database, column, request, say));
    const prediction = await predictionOf(database, request);
    const performance = await performanceOf(database, request, table.rows);
    return parseProfile({
      schemaVersion: PROFILE_SCHEMA_VERSION,
      model: { name: request.model, version: request.version },
      createdAt: new Date().toISOString(),
      rows: table.rows,
      features,
      ...(prediction === undefined ? {} : { prediction }),
      groups: await groupsOf(database, request),
      ...(performance === undefined ? {} : { performance }),
    });
  } finally {
    database.close();
  }
}

function checkColumns(request: ProfileRequest, table: TrainingTable): void {
  const named: [string, readonly string[]][] = [
    ['--feature', request.features ?? []],
    ['--exclude', request.exclude ?? []],
    ['--label', request.label === undefined ? [] : [request.label]],
    ['--prediction', request.prediction === undefined ? [] : [request.prediction]],
    ['--score', request.score === undefined ? [] : [request.score]],
    ['--group', request.groups ?? []],
    ['--type', Object.keys(request.types ?? {})],
  ];
  for (const [option, columns] of named) {
    for (const column of columns) {
      if (!table.columns.includes(column)) {
        throw new TrainingError(
          `${option} names the column ${column}, which the file does not have: choose from ${table.columns.join(', ')}.`,
        );
      }
    }
  }
  for (const attribute of Object.keys(request.privileged ?? {})) {
    if (!request.groups?.includes(attribute)) {
      throw new TrainingError(`--privileged names ${attribute}, which is no group: add \`--group ${attribute}\`.`);
    }
  }
}

function featureColumns(request: ProfileRequest, table: TrainingTable): readonly string[] {
  const taken = new Set([request.label, request.prediction, request.score, ...(request.exclude ?? [])]);
  const columns = request.features ?? table.columns.filter((column) => !taken.has(column));
  if (columns.length === 0) throw new TrainingError('No column is left as a feature: exclude fewer of them.');
  return columns;
}

async function featureOf(
  database: Database,
  column: string,
  request: ProfileRequest,
  say: (sentence: string) => void,
): Promise<FeatureReference> {
  const kind = request.types?.[column] ?? (await kindOf(database, column));
  const reference: FeatureReference =
    kind === 'numeric'
      ? { kind, name: column, ...(await numericReference(database, column, request.bins)) }
      : { kind, name: column, ...(await categoricalReference(database, column, request.maxCategories)) };
  const bins = reference.kind === 'numeric' ? reference.counts.length : reference.categories.length;
  if (bins === 1) {
    say(`Column ${column} is constant in the training data: it is kept with one bin, and any other value is counted.`);
  }
  return reference;
}

async function predictionOf(
  database: Database,
  request: ProfileRequest,
): Promise<ReferenceProfile['prediction'] | undefined> {
  const column = request.prediction ?? request.label;
  if (column === undefined) {
    if (request.favourable !== undefined) {
      throw new TrainingError('--favourable names a class: say with --label or --prediction which column holds them.');
    }
    return request.score === undefined
      ? undefined
      : { kind: 'regression', score: await scoreReference(database, request.score, request.bins) };
  }
  const { values, counts } = await frequencies(database, column);
  if (values.length > request.maxCategories) {
    throw new TrainingError(
      `Column ${column} has ${values.length} classes: name a column with at most ${request.maxCategories}, ` +
        'or raise --max-categories.',
    );
  }
  if (request.favourable !== undefined && !values.includes(request.favourable)) {
    throw new TrainingError(
      `--favourable is ${request.favourable}, which column ${column} does not hold: choose from ${values.join(', ')}.`,
    );
  }
  return {
    kind: 'classification',
    classes: [...values],
    counts: [...counts],
    ...(request.favourable === undefined ? {} : { favourable: request.favourable }),
    ...(request.score === undefined ? {} : { score: await scoreReference(database, request.score, request.bins) }),
  };
}

async function groupsOf(database: Database, request: ProfileRequest): Promise<GroupReference[]> {
  const groups: GroupReference[] = [];
  for (const attribute of request.groups ?? []) {
    const { values } = await frequencies(database, attribute);
    const privileged = request.privileged?.[attribute];
    if (privileged !== undefined && !values.includes(privileged)) {
      throw new TrainingError(
        `--privileged is ${attribute}=${privileged}, which the data does not hold: choose from ${values.join(', ')}.`,
      );
    }
    const kept = values.slice(0, request.maxCategories);
    groups.push({ attribute, values: kept, ...(privileged === undefined ? {} : { privileged }) });
  }
  return groups;
}

/** Accuracy of the predictions in the file, where it has both them and the labels. */
async function performanceOf(
  database: Database,
  request: ProfileRequest,
  rows: number,
): Promise<ReferenceProfile['performance']> {
  if (request.label === undefined || request.prediction === undefined) return undefined;
  const { hits } = await database.row(
    `SELECT count(*) AS hits FROM ${TRAINING} WHERE ${identifier(request.label)} = ${identifier(request.prediction)}`,
  );
  return { accuracy: Number(hits) / rows };
}
