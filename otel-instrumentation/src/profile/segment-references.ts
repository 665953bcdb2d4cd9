import {
  hasLeadingZeros,
  MOST_SEGMENT_VALUES,
  OTHER,
  LONGEST_LABEL,
  type FeatureReference,
  type NumericReference,
  type ReferenceProfile,
  type SegmentedReference,
  type SegmentReference,
} from '@driftline/shared';
import { listed } from '../values/listed.ts';
import { assembleReference } from './assemble-profile.ts';
import { withBinsOf } from './bins-of-profile.ts';
import { countedLabels, labelOfText } from './counted-labels.ts';
import type { Database } from './database.ts';
import { heldOutStatisticsOf, isVerbatim, statisticsOf, type ProfileParts } from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import { statisticOf } from './count-statistics.ts';
import { dialectOf } from './sql/dialect.ts';
import { StatisticsSql } from './sql/statistics-sql.ts';
import type { Statistic } from './statistics.ts';
import { TrainingError } from './training-error.ts';
import type { TrainingTables } from './training-tables.ts';

/** Training rows below which a value is counted in `other`, unless the request says how many. */
export const DEFAULT_MINIMUM_SEGMENT_SIZE = 100;

/** Different texts of a column up to which it may divide rows: more are identifiers. */
const MOST_TEXTS = 100_000;

/** Where the rows of a profile are. */
export interface SegmentRows {
  readonly database: Database;
  readonly tables: TrainingTables;
  readonly heldOut: TrainingTables | undefined;
}

const { identifier, text, trim } = dialectOf('duckdb');

/**
 * What the rows of each segment look like, in the bins of the whole.
 *
 * @param whole - the profile of all rows
 * @param parts - the role of each column
 * @throws {TrainingError} for a column that divides rows into nothing but small segments
 */
export async function segmentReferences(
  rows: SegmentRows,
  whole: ReferenceProfile,
  request: ProfileRequest,
  parts: ProfileParts,
  warn: (sentence: string) => void,
): Promise<SegmentedReference[]> {
  const { segments = [], segmentFeatures = [] } = request;
  const unknown = segmentFeatures.filter((name) => !parts.features.some((feature) => feature.name === name));
  if (unknown.length > 0) {
    throw new TrainingError(
      `--segment-features names ${listed(unknown)}, which ${unknown.length === 1 ? 'is no feature' : 'are no features'}: ` +
        `choose from ${listed(parts.features.map(({ name }) => name))}.`,
    );
  }
  const own: ProfileParts = {
    ...parts,
    features: parts.features.filter(({ name }) => segmentFeatures.includes(name)),
    groups: [],
  };
  const references: SegmentedReference[] = [];
  for (const attribute of segments) references.push(await referenceOf(rows, attribute, whole, request, own, warn));
  return references;
}

async function referenceOf(
  rows: SegmentRows,
  attribute: string,
  whole: ReferenceProfile,
  request: ProfileRequest,
  parts: ProfileParts,
  warn: (sentence: string) => void,
): Promise<SegmentedReference> {
  const { minimumSegmentSize = DEFAULT_MINIMUM_SEGMENT_SIZE } = request;
  const texts = await textsOf(rows, attribute);
  const mode =
    texts.some(({ value }) => hasLeadingZeros(value)) || isVerbatim(request, [attribute]) ? 'verbatim' : 'number';
  const { values } = countedLabels(texts, mode);
  const kept = values
    .filter(({ value, count }) => value !== OTHER && value.length <= LONGEST_LABEL && count >= minimumSegmentSize)
    .slice(0, MOST_SEGMENT_VALUES);
  if (kept.length === 0) {
    throw new TrainingError(
      `No value of ${attribute} has ${minimumSegmentSize} training rows: name another column with --segments, or lower ` +
        '--minimum-segment-size.',
    );
  }
  const small = values.filter(({ count }) => count < minimumSegmentSize);
  if (small.length > 0) {
    warn(
      `${small.length} values of ${attribute} have fewer than ${minimumSegmentSize} training rows: they are counted in ` +
        'the segment other.',
    );
  }
  const textsOfValue = (label: string): string[] =>
    texts.filter(({ value }) => labelOfText(value, mode) === label).map(({ value }) => value);
  const trimmed = trim(`CAST(${identifier(attribute)} AS VARCHAR)`);
  const isAny = (some: readonly string[]): string => `${trimmed} IN (${some.map(text).join(', ')})`;
  const named = kept.map(({ value, count }) => ({ value, count, texts: textsOfValue(value) }));
  const count = (condition: string): Promise<SegmentReference> => countSegment(rows, condition, whole, request, parts);
  const found: SegmentedReference['values'] = [];
  for (const { value, texts: own } of named) found.push({ value, ...(await count(isAny(own))) });
  const others = whole.rows - named.reduce((sum, { count: size }) => sum + size, 0);
  const isOther = `NOT COALESCE(${isAny(named.flatMap(({ texts: own }) => own))}, FALSE)`;
  return {
    attribute,
    labels: mode,
    values: found,
    // A few rows are no reference, and would tell of those whose rows they are.
    ...(others >= minimumSegmentSize ? { other: await count(isOther) } : {}),
  };
}

/** Rows by text of a column, those without a value left out. */
async function textsOf(
  { database, tables }: SegmentRows,
  attribute: string,
): Promise<readonly { readonly value: string; readonly count: number }[]> {
  const value = trim(`CAST(${identifier(attribute)} AS VARCHAR)`);
  const found = await database.rows(
    `SELECT v, COUNT(*) AS n FROM (SELECT ${value} AS v FROM ${tables.of(attribute).name}) ` +
      `WHERE v IS NOT NULL AND v NOT IN ('', 'nan', 'NaN') GROUP BY v ORDER BY n DESC, v LIMIT ${MOST_TEXTS + 1}`,
  );
  if (found.length > MOST_TEXTS) {
    throw new TrainingError(
      `Column ${attribute} has more than ${MOST_TEXTS} different values, as an identifier has: name another column with ` +
        '--segments.',
    );
  }
  return found.map(({ v, n }) => ({ value: String(v), count: Number(n) }));
}

async function countSegment(
  { database, tables, heldOut }: SegmentRows,
  condition: string,
  whole: ReferenceProfile,
  request: ProfileRequest,
  parts: ProfileParts,
): Promise<SegmentReference> {
  const sqlOf = (of: TrainingTables): StatisticsSql =>
    new StatisticsSql(dialectOf('duckdb'), () => `(SELECT * FROM ${of.of(null).name} WHERE ${condition}) AS segment`);
  const count = async (statements: readonly string[]): Promise<Statistic[]> => {
    const found: Statistic[] = [];
    for (const statement of statements) found.push(...(await database.rows(statement)).map(statisticOf));
    return found;
  };
  const { calibrateOn: _, ...uncalibrated } = request;
  const inBins = requestOf(whole, uncalibrated, parts);
  const statistics = await count(statisticsOf(parts, inBins, sqlOf(tables)));
  // A feature without a value has no distribution, and is not counted there.
  const counted = parts.features.filter(({ name }) =>
    statistics.some((each) => each.column_name === name && each.statistic === 'present' && (each.count ?? 0) > 0),
  );
  const own = { ...parts, features: counted };
  const assemble = (all: readonly Statistic[], with_: ProfileRequest): SegmentReference =>
    asPartOf(assembleReference(all, with_, own), whole);
  const held = heldOut === undefined ? [] : await count(heldOutStatisticsOf(parts, request, sqlOf(heldOut)));
  if (held.length > 0) {
    try {
      return assemble([...statistics, ...held], { ...inBins, calibrateOn: request.calibrateOn ?? [] });
    } catch (error) {
      // Held-out rows of the segment that say nothing, such as those of one class: nothing is estimated there.
      if (!(error instanceof TrainingError)) throw error;
    }
  }
  return assemble(statistics, inBins);
}

/** The request with every bin of the whole. */
function requestOf(whole: ReferenceProfile, request: ProfileRequest, parts: ProfileParts): ProfileRequest {
  const counted = new Set(parts.features.map(({ name }) => name));
  const features = whole.features.filter(({ name }) => counted.has(name));
  const binsOf = { shown: 'the whole', profile: { ...whole, features } };
  const { edges: _edges, classes: _classes, ...rest } = request;
  const inBins = withBinsOf(binsOf, rest, parts);
  const { prediction } = whole;
  const isVerbatimAnswer = prediction?.kind === 'classification' && prediction.labels === 'verbatim';
  return {
    ...inBins,
    binsOf,
    verbatim: [...(inBins.verbatim ?? []), ...(isVerbatimAnswer && parts.answer !== undefined ? [parts.answer] : [])],
  };
}

/**
 * The reference with the smallest and the largest values of the whole, as those of a segment may tell of a single row; and
 * with what each feature means to the model, which is the same in every segment.
 */
function asPartOf(reference: SegmentReference, { features, prediction }: ReferenceProfile): SegmentReference {
  const wholes = new Map(features.map((feature) => [feature.name, feature]));
  const own = reference.features.map((feature): FeatureReference => {
    const whole = wholes.get(feature.name);
    const bounded = feature.kind === 'numeric' && whole?.kind === 'numeric' ? inExtremesOf(feature, whole) : feature;
    return whole?.importance === undefined ? bounded : { ...bounded, importance: whole.importance };
  });
  const predicted = reference.prediction;
  if (predicted?.score === undefined || prediction?.score === undefined) return { ...reference, features: own };
  return {
    ...reference,
    features: own,
    prediction: { ...predicted, score: inExtremesOf(predicted.score, prediction.score) },
  };
}

function inExtremesOf<Bins extends Pick<NumericReference, 'minimum' | 'maximum'>>(
  own: Bins,
  { minimum, maximum }: Pick<NumericReference, 'minimum' | 'maximum'>,
): Bins {
  return { ...own, minimum, maximum };
}
