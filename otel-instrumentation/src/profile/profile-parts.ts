import { limitsFrom } from '../recorder/limits.ts';
import type { ColumnKind } from './column-kind.ts';
import type { ProfileRequest } from './profile-request.ts';
import { TrainingError } from './training-error.ts';
import type { StatisticsSql } from './sql/statistics-sql.ts';

/** The role of each column of the training data. */
export interface ProfileParts {
  readonly features: readonly { readonly name: string; readonly kind: ColumnKind }[];
  /** Columns that are left out, by request or because they would tell who somebody is. */
  readonly excluded: readonly string[];
  readonly task: 'classification' | 'regression';
  /** Column with the model's output: the predictions, or else the labels. */
  readonly answer: string | undefined;
  readonly score: string | undefined;
  /** Columns of probabilities by which outcomes are counted; `of` is the class as given, absent for the one of two. */
  readonly scored: readonly { readonly column: string; readonly of?: string }[];
  /** Columns to compare for the baseline's performance. */
  readonly compared: { readonly prediction: string; readonly label: string } | undefined;
  readonly groups: readonly { readonly name: string; readonly of: readonly string[] }[];
}

/** What has to be looked up in the data if the request does not say it. */
export interface ColumnLookup {
  kindOf(column: string): Promise<ColumnKind> | ColumnKind;
  /** Why a column is left out unless the request names it; undefined for a column that is a feature. */
  exclusionOf(column: string): Promise<string | undefined> | string | undefined;
  /** Approximate number of distinct values. */
  distinctOf(column: string): Promise<number> | number;
}

/**
 * Finds the role of each column.
 *
 * @param columns - all columns of the table
 * @throws {TrainingError} for options that name what is not there or contradict each other
 */
export async function partsOf(
  request: ProfileRequest,
  columns: readonly string[],
  facts: ColumnLookup,
  warn: (sentence: string) => void = () => undefined,
): Promise<ProfileParts> {
  const groups = (request.groups ?? []).map((group) => groupOf(group, columns));
  checkColumns(request, columns, groups);
  const kind = async (column: string): Promise<ColumnKind> =>
    request.types?.[column] ?? (isVerbatim(request, [column]) ? 'categorical' : await facts.kindOf(column));
  const { label, prediction, score } = request;
  const answer = prediction ?? label;
  const { names, excluded } = await featureColumns(request, columns, facts, warn);
  const features: { name: string; kind: ColumnKind }[] = [];
  for (const name of names) features.push({ name, kind: await kind(name) });
  const task = request.task ?? (await inferredTask(answer, score, kind, facts));
  if (request.calibrateOn !== undefined) checkCalibration(request, task);
  return {
    features,
    excluded,
    task,
    answer,
    score,
    scored: task === 'classification' && answer !== undefined ? scoredColumns(request) : [],
    compared: label === undefined || prediction === undefined ? undefined : { prediction, label },
    groups,
  };
}

function scoredColumns({ score, scoreOf = {} }: ProfileRequest): ProfileParts['scored'] {
  const byClass = Object.entries(scoreOf).map(([of, column]) => ({ column, of }));
  return score === undefined || byClass.length > 0 ? byClass : [{ column: score }];
}

/** Columns that statements compare with each other, as far as the request names them. */
export function comparedColumns(request: ProfileRequest): readonly string[] {
  const { label, prediction, groups = [], segments = [], segmentFeatures = [] } = request;
  return [
    ...(segments.length === 0
      ? []
      : [...segments, ...segmentFeatures, request.score, ...Object.values(request.scoreOf ?? {})]),
    label,
    prediction,
    ...groups,
    ...groups.flatMap((group) => group.split(',').map((each) => each.trim())),
  ].filter((column) => column !== undefined);
}

/** How numeric columns are counted. */
export interface NumericPlan {
  /** Divides columns among statements. */
  divide(columns: readonly string[]): readonly (readonly string[])[];
  /** Columns of so many values that their edges are not looked for by a statement. */
  readonly large: ReadonlySet<string>;
}

const ONE_BY_ONE: NumericPlan = { divide: (columns) => columns.map((column) => [column]), large: new Set() };

/** The SELECTs that give every statistic of these parts, but the edges of large columns. */
export function statisticsOf(
  parts: ProfileParts,
  request: ProfileRequest,
  sql: StatisticsSql,
  { divide, large }: NumericPlan = ONE_BY_ONE,
): string[] {
  const { outlierLimit } = limitsFrom(request.outlierLimit === undefined ? {} : { outlierLimit: request.outlierLimit });
  const numeric = numericColumns(parts);
  const edged = numeric.filter((column) => request.edges?.[column] !== undefined);
  const others = numeric.filter((column) => request.edges?.[column] === undefined);
  // One more than is kept shows that there are more, and `other` may be one of them.
  const categories = (name: string, of: readonly string[] = [name]): string =>
    sql.categories(name, of, request.maxCategories + 2, isVerbatim(request, of), request.categories?.[name]);
  const { task, answer, compared } = parts;
  const comparison =
    compared === undefined
      ? []
      : [
          task === 'regression'
            ? sql.errors(compared.prediction, compared.label)
            : sql.confusion(compared.prediction, compared.label),
        ];
  const statements = [
    sql.rows(),
    ...edged.map((column) => sql.numeric([column], request.edges?.[column] ?? [], outlierLimit)),
    ...divide(others.filter((column) => !large.has(column))).map((some) =>
      sql.numeric(some, request.bins, outlierLimit),
    ),
    ...divide(others.filter((column) => large.has(column))).map((some) => sql.numeric(some, undefined, outlierLimit)),
    ...parts.features.flatMap(({ name, kind }) => (kind === 'numeric' ? [] : [categories(name)])),
    ...(task === 'classification' && answer !== undefined ? [categories(answer)] : []),
    ...parts.groups.map(({ name, of }) => categories(name, of)),
    ...parts.scored.map(({ column }) => sql.scores(column)),
    ...comparison,
  ];
  // A column may be a feature and a group at once; its statistics are needed once.
  return [...new Set(statements)];
}

/** The SELECTs that give the statistics of held-out rows; none without such rows. */
export function heldOutStatisticsOf(
  { scored }: ProfileParts,
  { calibrateOn, label }: ProfileRequest,
  sql: StatisticsSql,
): string[] {
  if (calibrateOn === undefined || label === undefined) return [];
  return [...new Set(scored.map(({ column }) => sql.heldOut(label, column)))];
}

/** Columns that are counted as numbers, each once. */
export function numericColumns({ features, task, answer, score }: ProfileParts): readonly string[] {
  const answered = task === 'regression' ? (answer ?? score) : answer === undefined ? undefined : score;
  const names = features.filter(({ kind }) => kind === 'numeric').map(({ name }) => name);
  return [...new Set([...names, ...(answered === undefined ? [] : [answered])])];
}

/** Whether the request says that texts of these columns are labels as they are written. */
export function isVerbatim(request: ProfileRequest, columns: readonly string[]): boolean {
  return columns.some((column) => request.verbatim?.includes(column));
}

/** A column of numbers with more values than this holds no classes. */
const MOST_CLASSES_OF_NUMBERS = 20;

async function inferredTask(
  answer: string | undefined,
  score: string | undefined,
  kindOf: (column: string) => Promise<ColumnKind>,
  facts: ColumnLookup,
): Promise<ProfileParts['task']> {
  if (answer === undefined) return score === undefined ? 'classification' : 'regression';
  const numbers = (await kindOf(answer)) === 'numeric' && (await facts.distinctOf(answer)) > MOST_CLASSES_OF_NUMBERS;
  return numbers ? 'regression' : 'classification';
}

function groupOf(group: string, columns: readonly string[]): ProfileParts['groups'][number] {
  // A comma may be part of a column's own name.
  if (columns.includes(group) || !group.includes(',')) return { name: group, of: [group] };
  const of = group.split(',').map((column) => column.trim());
  return { name: of.join(' & '), of };
}

async function featureColumns(
  request: ProfileRequest,
  columns: readonly string[],
  facts: ColumnLookup,
  warn: (sentence: string) => void,
): Promise<{ readonly names: readonly string[]; readonly excluded: readonly string[] }> {
  const { label, prediction, score, scoreOf = {}, exclude = [], keep = [] } = request;
  const taken = new Set([label, prediction, score, ...Object.values(scoreOf), ...exclude]);
  const named = new Set([
    ...keep,
    ...(request.groups ?? []).flatMap((group) => groupOf(group, columns).of),
    ...Object.keys(request.types ?? {}),
    ...Object.keys(request.edges ?? {}),
    ...(request.verbatim ?? []),
    ...(request.segmentFeatures ?? []),
  ]);
  const names: string[] = [];
  const excluded = [...exclude];
  for (const column of request.features ?? columns.filter((each) => !taken.has(each))) {
    const reason = request.features !== undefined || named.has(column) ? undefined : await facts.exclusionOf(column);
    if (reason === undefined) {
      names.push(column);
    } else {
      excluded.push(column);
      warn(`Column ${column} is left out: ${reason}. Keep it with \`--keep ${column}\`.`);
    }
  }
  if (names.length === 0) {
    const action = excluded.length > exclude.length ? 'keep one with `--keep`' : 'exclude fewer columns';
    throw new TrainingError(`No column is left as a feature: ${action}.`);
  }
  return { names, excluded };
}

function checkCalibration({ label, score, scoreOf }: ProfileRequest, task: ProfileParts['task']): void {
  if (task === 'regression') {
    throw new TrainingError(
      '--calibrate-on is for models that predict classes, and this one predicts numbers, whose errors are not estimated: ' +
        'leave it out.',
    );
  }
  if (label === undefined) {
    throw new TrainingError(
      '--calibrate-on needs the ground truth of the held-out rows: name its column with --label.',
    );
  }
  if (score === undefined && Object.keys(scoreOf ?? {}).length === 0) {
    throw new TrainingError(
      '--calibrate-on needs the probabilities of the held-out rows: name their column with --score or --score-of.',
    );
  }
}

function checkColumns(request: ProfileRequest, columns: readonly string[], groups: ProfileParts['groups']): void {
  const one = (column: string | undefined): readonly string[] => (column === undefined ? [] : [column]);
  const named: [string, readonly string[]][] = [
    ['--feature', request.features ?? []],
    ['--exclude', request.exclude ?? []],
    ['--keep', request.keep ?? []],
    ['--label', one(request.label)],
    ['--prediction', one(request.prediction)],
    ['--score', one(request.score)],
    ['--score-of', Object.values(request.scoreOf ?? {})],
    ['--group', groups.flatMap(({ of }) => of)],
    ['--segments', request.segments ?? []],
    ['--segment-features', request.segmentFeatures ?? []],
    ['--numeric or --categorical', Object.keys(request.types ?? {})],
    ['--verbatim', request.verbatim ?? []],
    ['--edges', Object.keys(request.edges ?? {})],
  ];
  for (const [option, wanted] of named) {
    for (const column of wanted) {
      if (columns.includes(column)) continue;
      throw new TrainingError(
        `${option} names the column ${column}, which the data does not have: choose from ${columns.join(', ')}.`,
      );
    }
  }
  for (const [column, edges] of Object.entries(request.edges ?? {})) {
    if (edges.length > 0) continue;
    throw new TrainingError(
      `--edges gives no edge for ${column}: write upper edges, such as \`--edges ${column}=1,10\`.`,
    );
  }
  for (const group of Object.keys(request.privileged ?? {})) {
    if (!groups.some(({ name }) => name === group)) {
      throw new TrainingError(`--privileged names ${group}, which is not a group: add \`--group ${group}\`.`);
    }
  }
  if ((request.segmentFeatures ?? []).length > 0 && (request.segments ?? []).length === 0) {
    throw new TrainingError(
      '--segment-features names features to count by segment: name the columns of segments with --segments.',
    );
  }
  if (request.favorable !== undefined && request.label === undefined && request.prediction === undefined) {
    throw new TrainingError('--favorable names a class: name the column of classes with --label or --prediction.');
  }
  if (request.classOrder !== undefined && request.label === undefined && request.prediction === undefined) {
    throw new TrainingError('--class-order names classes: name the column of classes with --label or --prediction.');
  }
}
