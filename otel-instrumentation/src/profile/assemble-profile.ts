import {
  binLabels,
  DEFAULT_MINIMUM_GROUP_SIZE,
  LabelMatcher,
  LONGEST_LABEL,
  parseProfile,
  PROFILE_SCHEMA_VERSION,
  UNCOMPARED_GROUPS,
  type FeatureReference,
  type GroupReference,
  type NumericReference,
  type PredictionReference,
  type ReferenceProfile,
  type ScoreBins,
  type ScoreReference,
  type SegmentReference,
} from '@driftline/shared';
import { naturalOrder } from '../recorder/output-options.ts';
import { listed } from '../values/listed.ts';
import { baselinePerformance } from './baseline-performance.ts';
import { binEdges } from './bin-edges.ts';
import { countedLabels, matcherOf, type CountedLabel, type CountedLabels } from './counted-labels.ts';
import { classesOf, hasRareCategories, keptCategories } from './kept-categories.ts';
import { withImportances } from './importances.ts';
import { labelCounts } from './label-counts.ts';
import { isVerbatim, type ProfileParts } from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import type { Statistic, StatisticName } from './statistics.ts';
import { scoreCalibration, type HeldOut } from './score-calibration.ts';
import { scoreEdges } from './score-edges.ts';
import { TrainingError } from './training-error.ts';

/** Bins by which outcomes are counted by score, unless the request says how many. */
export const DEFAULT_SCORE_BINS = 50;

/** The decision threshold, unless the request gives one. */
const DEFAULT_THRESHOLD = 0.5;

/** Receives one sentence for whatever the user should know. */
type Warn = (sentence: string) => void;

/**
 * Builds the profile from statistics, wherever these were computed.
 *
 * @param parts - the role of each column
 * @throws {TrainingError} when a statistic is missing or an option names what the data does not hold
 */
export function assembleProfile(
  statistics: readonly Statistic[],
  request: ProfileRequest,
  parts: ProfileParts,
  warn: Warn = () => undefined,
): ReferenceProfile {
  const found = new Statistics(statistics, request);
  const { rows, features: counted, prediction, performance } = assembleReference(statistics, request, parts, warn);
  tellRareCategories(found, counted, request, warn);
  const { importances } = request;
  const features = importances === undefined ? counted : withImportances(counted, importances, warn);
  return parseProfile({
    schemaVersion: PROFILE_SCHEMA_VERSION,
    model: { name: request.model, version: request.version },
    createdAt: new Date().toISOString(),
    rows,
    features,
    ...(parts.excluded.length === 0 ? {} : { excluded: parts.excluded }),
    ...(request.missing === undefined ? {} : { missingValues: missingValues(request.missing) }),
    ...(prediction === undefined ? {} : { prediction }),
    groups: parts.groups.map((group) => groupOf(found, group, request, warn)),
    ...(performance === undefined ? {} : { performance }),
  });
}

/**
 * The part of a profile that says what rows look like, of all of them or of a segment.
 *
 * @throws {TrainingError} as for {@link assembleProfile}
 */
export function assembleReference(
  statistics: readonly Statistic[],
  request: ProfileRequest,
  parts: Pick<ProfileParts, 'features' | 'task' | 'answer' | 'score' | 'scored'>,
  warn: Warn = () => undefined,
): SegmentReference {
  const found = new Statistics(statistics, request);
  const features = parts.features.map((feature) => featureOf(found, feature, request, warn));
  const prediction = withLabelCounts(predictionOf(found, request, parts, warn), statistics, request);
  const performance = performanceOf(statistics, prediction);
  return {
    rows: found.count(null, 'rows'),
    features,
    ...(prediction === undefined ? {} : { prediction }),
    ...(performance === undefined ? {} : { performance }),
  };
}

/** Statistics by column. */
class Statistics {
  readonly #byColumn: ReadonlyMap<string | null, readonly Statistic[]>;
  readonly #request: ProfileRequest;

  constructor(statistics: readonly Statistic[], request: ProfileRequest) {
    this.#request = request;
    this.#byColumn = Map.groupBy(statistics, ({ column_name }) => column_name);
  }

  all(column: string | null, name: StatisticName): readonly Statistic[] {
    return (this.#byColumn.get(column) ?? []).filter(({ statistic }) => statistic === name);
  }

  /** The same where there must be some. */
  some(column: string, name: StatisticName): readonly Statistic[] {
    this.#one(column, name);
    return this.all(column, name);
  }

  count(column: string | null, name: StatisticName): number {
    return this.#one(column, name).count ?? 0;
  }

  number(column: string | null, name: StatisticName): number {
    return this.#one(column, name).number ?? NaN;
  }

  /**
   * Labels of a column, the most frequent first, equal ones by name. They are texts as they are written if the request says
   * so, or if numbers among them have leading zeros.
   *
   * @param of - the columns that an intersection joins
   */
  labels(column: string, of: readonly string[] = [column]): CountedLabels {
    const zeros = this.all(column, 'leading_zeros').some(({ count }) => (count ?? 0) > 0);
    const texts = this.all(column, 'category').map(({ category, count }) => ({
      value: category ?? '',
      count: count ?? 0,
    }));
    return countedLabels(texts, zeros || isVerbatim(this.#request, of) ? 'verbatim' : 'number', of.length);
  }

  #one(column: string | null, name: StatisticName): Statistic {
    const [first] = this.all(column, name);
    if (first !== undefined) return first;
    const whose = column === null ? 'the table' : `column ${column}`;
    throw new TrainingError(
      `The statistics lack ${name} of ${whose}: use the SQL of the same options that are given now.`,
    );
  }
}

function featureOf(
  found: Statistics,
  { name, kind }: ProfileParts['features'][number],
  request: ProfileRequest,
  warn: Warn,
): FeatureReference {
  const reference: FeatureReference =
    kind === 'numeric'
      ? { kind, name, ...problemsOf(found, name, warn), ...binsOf(found, name, request, warn) }
      : categoricalOf(found, name, request, warn);
  const isConstant =
    reference.kind === 'numeric'
      ? reference.counts.length === 1 && reference.minimum === reference.maximum
      : reference.categories.length === 1 && reference.other === 0;
  if (isConstant) {
    warn(
      `Column ${name} is constant in the training data: it has one bin, and any other value is out of range or unseen.`,
    );
  }
  return reference;
}

/** Training rows without a value, with one that is no number, and with an outlier. */
function problemsOf(
  found: Statistics,
  column: string,
  warn: Warn,
): Pick<NumericReference, 'missing' | 'invalid' | 'outliers'> {
  const invalid = found.count(column, 'invalid');
  if (invalid > 0) {
    warn(
      `${invalid} of ${found.count(column, 'present') + invalid} values of column ${column} are no numbers: they count as invalid. ` +
        'Name the texts that mean missing with `--missing`.',
    );
  }
  const outliers = { limit: found.number(column, 'outliers'), rows: found.count(column, 'outliers') };
  return { missing: found.count(column, 'missing'), invalid, outliers };
}

/** Bins, mean, standard deviation and extremes of a numeric column. Asked-for edges are kept wherever they lie. */
function binsOf(found: Statistics, column: string, request: ProfileRequest, warn: Warn): ScoreReference {
  const { bins, edges: asked, binsOf: other } = request;
  const present = found.count(column, 'present');
  if (present === 0) {
    throw new TrainingError(`Column ${column} holds no number: exclude it, or set \`--categorical ${column}\`.`);
  }
  const candidates = found
    .all(column, 'at_most')
    .map(({ number, count }) => ({ value: number ?? NaN, atMost: count ?? 0 }))
    .sort((a, b) => a.value - b.value);
  const frequent = found
    .all(column, 'frequent')
    .map(({ number, count }) => ({ value: number ?? NaN, rows: count ?? 0 }));
  const edges = asked?.[column] === undefined ? binEdges(candidates, frequent, present, bins) : candidates;
  const cumulated = [...edges.map(({ atMost }) => atMost), present];
  const values = edges.map(({ value }) => value);
  const counts = cumulated.map((count, i) => count - (cumulated[i - 1] ?? 0));
  const empty = binLabels(values).filter((_, bin) => counts[bin] === 0);
  if (empty.length > 0) {
    warn(
      `Column ${column} has no training rows in ${empty.join(', ')}: a few live values in an empty bin make PSI jump. ` +
        (other === undefined
          ? `Leave out edges of \`--edges ${column}=${values.join(',')}\` unless these bins are meant.`
          : `Its edges are those of ${other.shown}; give others with \`--edges\` unless these bins are meant.`),
    );
  }
  return {
    edges: values,
    counts,
    mean: found.number(column, 'mean'),
    standardDeviation: found.number(column, 'standard_deviation'),
    minimum: found.number(column, 'minimum'),
    maximum: found.number(column, 'maximum'),
  };
}

function categoricalOf(
  found: Statistics,
  name: string,
  { maxCategories, minimumCount = 1, categories }: ProfileRequest,
  warn: Warn,
): FeatureReference {
  const labels = found.labels(name);
  const { values, mode, missing } = labels;
  const kept = keptCategories(labels, maxCategories, minimumCount, categories?.[name]);
  if (kept.length === 0 && hasRareCategories(labels, minimumCount)) {
    warn(
      `Column ${name} has no category that ${minimumCount} training rows have: all of it is counted in other, and no ` +
        `drift is seen in it. Set \`--minimum-count ${Math.max(...values.map(({ count }) => count))}\` to keep the ` +
        `largest, or leave the column out with \`--exclude ${name}\`.`,
    );
  }
  const long = values.filter((each) => each.value.length > LONGEST_LABEL).length;
  if (long > 0) {
    warn(
      `${long} categories of column ${name} are longer than ${LONGEST_LABEL} characters, which a label cannot be: they are counted in other.`,
    );
  }
  return {
    kind: 'categorical',
    name,
    categories: kept.map(({ value }) => value),
    counts: kept.map(({ count }) => count),
    other: found.count(name, 'present') - missing - sumOf(kept),
    labels: mode,
    missing: found.count(name, 'missing') + missing,
  };
}

/** Says once for all columns that categories are left out. */
function tellRareCategories(
  found: Statistics,
  features: readonly FeatureReference[],
  { minimumCount = 1, categories = {} }: ProfileRequest,
  warn: Warn,
): void {
  const rare = features.filter(
    (feature) =>
      feature.kind === 'categorical' &&
      feature.categories.length > 0 &&
      categories[feature.name] === undefined &&
      hasRareCategories(found.labels(feature.name), minimumCount),
  );
  if (rare.length === 0) return;
  warn(
    `Categories of ${listed(rare.map(({ name }) => name))} that fewer than ${minimumCount} training rows have are ` +
      'counted in other, since a rare text may tell who somebody is. Set `--minimum-count` to change that.',
  );
}

function predictionOf(
  found: Statistics,
  request: ProfileRequest,
  { task, answer, score, scored }: Pick<ProfileParts, 'task' | 'answer' | 'score' | 'scored'>,
  warn: Warn,
): PredictionReference | undefined {
  if (task === 'regression') {
    const column = answer ?? score;
    return column === undefined ? undefined : { kind: 'regression', score: binsOf(found, column, request, warn) };
  }
  if (answer === undefined) return undefined;
  const labels = found.labels(answer);
  const { mode } = labels;
  const values = classesOf(labels, request.classes);
  const classes = values.map(({ value }) => value);
  const favorable =
    request.favorable === undefined ? undefined : matcherOf({ ...labels, values }).labelOf(request.favorable);
  const long = classes.find((each) => each.length > LONGEST_LABEL);
  if (long !== undefined) {
    throw new TrainingError(
      `Column ${answer} has a class of ${long.length} characters, and a label has at most ${LONGEST_LABEL}: ` +
        'shorten it in the data and in the service, or name another column.',
    );
  }
  if (classes.length > request.maxCategories) {
    throw new TrainingError(
      `Column ${answer} has more than ${request.maxCategories} classes: name another column, ` +
        'raise --max-categories, or set --task regression if it holds numbers.',
    );
  }
  if (request.favorable !== undefined && favorable === undefined) {
    throw new TrainingError(
      `--favorable is ${request.favorable}, which column ${answer} does not hold: choose from ${classes.join(', ')}.`,
    );
  }
  const order = request.classOrder?.flatMap((label) => matcherOf(labels).labelOf(label) ?? []);
  if (
    order !== undefined &&
    (request.classOrder?.length !== classes.length || new Set(order).size !== classes.length)
  ) {
    throw new TrainingError(
      `--class-order is ${(request.classOrder ?? []).join(', ')}, and column ${answer} holds ${classes.join(', ')}: name ` +
        'each of these once.',
    );
  }
  const { calibrateOn } = request;
  const heldOut: Omit<HeldOut, 'rows'> | undefined =
    calibrateOn === undefined
      ? undefined
      : { shown: calibrateOn.join(', '), label: request.label ?? answer, classes: matcherOf({ ...labels, values }) };
  const scoreBins = scored.flatMap(({ column, of }) => {
    const label =
      of === undefined ? classOfScore(classes, favorable, order) : matcherOf({ ...labels, values }).labelOf(of);
    if (of !== undefined && label === undefined) {
      throw new TrainingError(
        `--score-of names ${of}, which column ${answer} does not hold: choose from ${classes.join(', ')}.`,
      );
    }
    if (label !== undefined) {
      return scoreBinsOf(found, column, label, request, warn).map((bins) =>
        heldOut === undefined
          ? bins
          : {
              ...bins,
              calibration: scoreCalibration(bins, column, { ...heldOut, rows: found.some(column, 'held_out') }, warn),
            },
      );
    }
    if (classes.length === 2) {
      warn(
        `Outcomes are not counted by score, since nothing says of which class column ${column} is the probability: set ` +
          '--favorable, or --class-order with that class last.',
      );
    }
    return [];
  });
  if (heldOut !== undefined && scoreBins.length === 0) {
    throw new TrainingError(
      '--calibrate-on has no bins of scores to calibrate: give probabilities with --score and the class that they belong ' +
        'to with --favorable, or both with --score-of.',
    );
  }
  return {
    kind: 'classification',
    classes,
    labels: mode,
    counts: values.map(({ count }) => count),
    ...(order === undefined ? {} : { order }),
    ...(favorable === undefined ? {} : { favorable }),
    ...(score === undefined ? {} : { score: binsOf(found, score, request, warn) }),
    ...(scoreBins.length === 0 ? {} : { scoreBins }),
  };
}

/** A classification with how often each class is the label of a training row. */
function withLabelCounts(
  prediction: PredictionReference | undefined,
  statistics: readonly Statistic[],
  { label }: ProfileRequest,
): PredictionReference | undefined {
  if (prediction?.kind !== 'classification' || label === undefined) return prediction;
  const counts = labelCounts(statistics, prediction) ?? prediction.counts;
  return counts === undefined ? prediction : { ...prediction, labelCounts: counts };
}

/** The class of two that a score is the probability of: the favorable one, or else the positive one. */
function classOfScore(
  classes: readonly string[],
  favorable: string | undefined,
  order: readonly string[] | undefined,
): string | undefined {
  return classes.length === 2 ? (favorable ?? (order ?? naturalOrder(classes))?.[1]) : undefined;
}

/** Bins of one class by the scores of the training data; none if these are no probabilities. */
function scoreBinsOf(
  found: Statistics,
  column: string,
  label: string,
  request: ProfileRequest,
  warn: Warn,
): ScoreBins[] {
  const { scoreBins: bins = DEFAULT_SCORE_BINS, threshold: asked, binsOf: other } = request;
  let atMost = 0;
  const values = found
    .all(column, 'score')
    .map(({ number, count }) => ({ value: number ?? NaN, count: count ?? 0 }))
    .sort((a, b) => a.value - b.value)
    .map(({ value, count }) => ({ value, atMost: (atMost += count) }));
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || first.value < 0 || last.value > 1) {
    warn(
      `Outcomes are not counted by the score of ${label}, since column ${column} holds ` +
        (first === undefined ? 'no number' : 'numbers that are no probabilities') +
        ': give numbers from 0 to 1.',
    );
    return [];
  }
  const theirs = other?.profile.prediction;
  const known = theirs?.kind === 'classification' ? theirs.scoreBins?.find((each) => each.class === label) : undefined;
  const threshold = asked ?? known?.threshold ?? DEFAULT_THRESHOLD;
  const edges = known?.edges.includes(threshold) === true ? known.edges : scoreEdges(values, bins, threshold);
  const upTo = (edge: number): number => values.findLast(({ value }) => value <= edge)?.atMost ?? 0;
  const cumulated = [...edges.map(upTo), atMost];
  return [{ class: label, edges, counts: cumulated.map((rows, i) => rows - (cumulated[i - 1] ?? 0)), threshold }];
}

function performanceOf(
  statistics: readonly Statistic[],
  prediction: PredictionReference | undefined,
): Record<string, number> | undefined {
  if (prediction?.kind !== 'classification') return baselinePerformance(statistics, undefined);
  const { classes, labels: mode, favorable } = prediction;
  const matcher = new LabelMatcher(classes, { mode });
  return baselinePerformance(statistics, favorable, (text) => matcher.labelOf(text) ?? text);
}

/** The groups of one attribute that are large enough; the others are named in a warning, since they count as `other`. */
function groupOf(
  found: Statistics,
  { name, of }: ProfileParts['groups'][number],
  request: ProfileRequest,
  warn: Warn,
): GroupReference {
  const { minimumGroupSize = DEFAULT_MINIMUM_GROUP_SIZE, maxCategories } = request;
  const labels = found.labels(name, of);
  const { values } = labels;
  const reserved = values.filter(({ value }) => UNCOMPARED_GROUPS.includes(value));
  const small = values.filter(({ value, count }) => count < minimumGroupSize && !UNCOMPARED_GROUPS.includes(value));
  const kept = values.filter((value) => !reserved.includes(value) && !small.includes(value)).slice(0, maxCategories);
  const asked = request.privileged?.[name];
  const privileged = asked === undefined ? undefined : matcherOf(labels).labelOf(asked);
  if (kept.length === 0) {
    throw new TrainingError(
      `No group of ${name} has ${minimumGroupSize} training rows: name another column with --group, or lower ` +
        '--minimum-group-size.',
    );
  }
  const long = kept.find(({ value }) => value.length > LONGEST_LABEL);
  if (long !== undefined) {
    throw new TrainingError(
      `Column ${name} has a group of ${long.value.length} characters, and a label has at most ${LONGEST_LABEL}: ` +
        'shorten it in the data and in the service, or name another column with --group.',
    );
  }
  if (asked !== undefined && !kept.some(({ value }) => value === privileged)) {
    throw new TrainingError(`--privileged is ${name}=${asked}, ${whyNot(privileged ?? asked)}`);
  }
  for (const { value, count } of small) {
    warn(`Group ${name}=${value} has ${count} training rows, fewer than ${minimumGroupSize}: it is counted in other.`);
  }
  for (const { value } of reserved) {
    warn(
      `Group ${name}=${value} is called like the people whose group is not known, and is counted with them: rename it ` +
        'in the training data and in the service.',
    );
  }
  return {
    attribute: name,
    ...(of.length > 1 ? { of: [...of] } : {}),
    values: kept.map(({ value }) => value),
    counts: kept.map(({ count }) => count),
    minimumSize: minimumGroupSize,
    labels: labels.mode,
    ...(privileged === undefined ? {} : { privileged }),
  };

  function whyNot(asked: string): string {
    const choice = `choose from ${kept.map(({ value }) => value).join(', ')}`;
    const rows = small.find(({ value }) => value === asked)?.count;
    if (rows === undefined) return `which is no group of the data: ${choice}.`;
    return `which has ${rows} training rows, fewer than ${minimumGroupSize}: ${choice}, or lower --minimum-group-size.`;
  }
}

function sumOf(values: readonly CountedLabel[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}

/** The marks of missing values that are not missing by themselves, each once. */
function missingValues(given: readonly string[]): string[] {
  return [...new Set(given.map((mark) => mark.trim()))].filter((mark) => mark !== '');
}
