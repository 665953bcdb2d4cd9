import { z } from 'zod';
import { MOST_SCORE_BINS, OTHER } from '../conventions/attributes.ts';
import { MOST_SEGMENT_VALUES } from '../conventions/segment.ts';
import { LABEL_MODES } from './canonical-text.ts';

/** Raised when a change makes older readers wrong; readers refuse a version they do not know. */
export const PROFILE_SCHEMA_VERSION = 1;

/** Characters of a text that becomes a label. */
export const LONGEST_LABEL = 200;

const name = z
  .string()
  .min(1, 'must not be empty')
  .max(LONGEST_LABEL, 'must have at most 200 characters, because it becomes a label of every series');
const count = z.int('must be a whole number').nonnegative('must not be negative');
const ratio = z.record(z.string(), z.number());

function ascending(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value > (values[i - 1] as number));
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

const distinctNames = z.array(name).refine(unique, 'must not name the same value twice');

const labels = z
  .enum(LABEL_MODES)
  .optional()
  .describe(
    'How values are read: `number`, by which 1, 1.0 and "1" are one, or `verbatim`, texts as they are written; ' +
      'without it `number`, unless two of the labels would be one',
  );

const bins = {
  edges: z
    .array(z.number())
    .refine(ascending, 'must rise strictly from one edge to the next')
    .describe(
      'Upper edges of the bins, ascending, each inclusive as in OpenTelemetry histograms; the last bin is open',
    ),
  counts: z.array(count).describe('Training rows per bin: one more than there are edges'),
  mean: z.number().describe('Mean of the training values'),
  standardDeviation: z.number().nonnegative('must not be negative').describe('Sample standard deviation (n − 1)'),
  minimum: z.number().describe('Smallest training value; live values below it are out of range'),
  maximum: z.number().describe('Largest training value; live values above it are out of range'),
};

const oneCountPerBin = <T extends { edges: number[]; counts: number[] }>(value: T): boolean =>
  value.counts.length === value.edges.length + 1;
const countsMessage = { message: 'must have exactly one entry more than edges', path: ['counts'] };

const importance = z
  .number()
  .nonnegative('must not be negative')
  .max(1, 'must not be above 1')
  .optional()
  .describe('Importance of the feature to the model, as its trainer gives it, of 1 for all');

const numericFeature = z
  .object({
    kind: z.literal('numeric').describe('Values are numbers'),
    name: name.describe('Name of the feature, as the service passes it'),
    missing: count.describe('Training rows in which the feature was empty'),
    invalid: count.optional().describe('Training rows in which the feature was not a number'),
    outliers: z
      .object({
        limit: z
          .number()
          .nonnegative('must not be negative')
          .describe('Standard deviations from the mean beyond which a value is an outlier'),
        rows: count.describe('Training rows beyond the limit'),
      })
      .optional()
      .describe('Outliers among the training values'),
    ...bins,
    importance,
  })
  .refine(oneCountPerBin, countsMessage);

const categoricalFeature = z
  .object({
    kind: z.literal('categorical').describe('Values are texts, or numbers and booleans as texts'),
    name: name.describe('Name of the feature, as the service passes it'),
    categories: distinctNames.describe('Most frequent first; each becomes a bin'),
    counts: z.array(count).describe('Training rows per category'),
    other: count.describe('Training rows in categories that have no bin of their own'),
    labels,
    missing: count.describe('Training rows in which the feature was empty'),
    importance,
  })
  .refine((feature) => feature.counts.length === feature.categories.length, {
    message: 'must have exactly one entry for each category',
    path: ['counts'],
  })
  .refine((feature) => !feature.categories.includes('other'), {
    message:
      'must not contain "other", which is the bin of everything unseen; rename that category in the training data',
    path: ['categories'],
  });

const feature = z.discriminatedUnion('kind', [numericFeature, categoricalFeature]);

const score = z.object(bins).refine(oneCountPerBin, countsMessage);

const calibration = z
  .object({
    rows: z.array(count).describe('Held-out rows in each bin of the score'),
    positives: z.array(count).describe('Those of them that are of the class'),
  })
  .describe('How often the class was right in each bin, on rows that the model was not trained on');

const scoreBins = z
  .object({
    class: name.describe('Class that the score is the probability of'),
    edges: z
      .array(z.number().nonnegative('must not be negative').lt(1, 'must be below 1'))
      .min(1, 'must hold at least one edge')
      .max(MOST_SCORE_BINS - 1, `must hold at most ${MOST_SCORE_BINS - 1} edges`)
      .refine(ascending, 'must rise strictly from one edge to the next')
      .describe('Upper edges of the bins, ascending, each inclusive; the last bin ends at 1'),
    counts: z.array(count).describe('Training rows per bin: one more than there are edges'),
    threshold: z.number().describe('Score above which the class is predicted: one of the edges'),
    calibration: calibration.optional(),
  })
  .refine(oneCountPerBin, countsMessage)
  .refine(({ edges, threshold }) => edges.includes(threshold), {
    message: 'must be one of the edges',
    path: ['threshold'],
  })
  .refine(
    ({ edges, calibration: held }) =>
      held === undefined || [held.rows, held.positives].every((counts) => counts.length === edges.length + 1),
    { message: 'must have one number of rows and of positives for each bin', path: ['calibration'] },
  )
  .refine(
    ({ calibration: held }) =>
      held === undefined || held.positives.every((positives, bin) => positives <= (held.rows[bin] ?? NaN)),
    { message: 'must not have more positives than rows in a bin', path: ['calibration'] },
  )
  .refine(({ calibration: held }) => held === undefined || held.rows.some((rows) => rows > 0), {
    message: 'must have at least one row',
    path: ['calibration'],
  });

const classification = z
  .object({
    kind: z.literal('classification').describe('The model predicts a class'),
    classes: distinctNames.min(1, 'must name at least one class').describe('Every class that the model may predict'),
    labels,
    counts: z
      .array(count)
      .optional()
      .describe('Training rows per predicted class, or per labeled class without predictions'),
    labelCounts: z.array(count).optional().describe('Training rows per labeled class, whatever was predicted'),
    order: distinctNames
      .optional()
      .describe(
        'All classes in the order in which the model returns their probabilities, the positive one of two last',
      ),
    favorable: name.optional().describe('Favorable class, which performance and fairness measures count'),
    score: score.optional().describe('Distribution of the score behind the class, such as a probability'),
    scoreBins: z
      .array(scoreBins)
      .refine((bins) => unique(bins.map((each) => each.class)), 'must not name the same class twice')
      .optional()
      .describe('Bins by which outcomes are counted, for the score of one class of two, or of each chosen one of more'),
  })
  .refine((prediction) => prediction.counts === undefined || prediction.counts.length === prediction.classes.length, {
    message: 'must have exactly one entry for each class',
    path: ['counts'],
  })
  .refine(({ classes, labelCounts }) => labelCounts === undefined || labelCounts.length === classes.length, {
    message: 'must have exactly one entry for each class',
    path: ['labelCounts'],
  })
  .refine(
    ({ classes, order }) =>
      order === undefined || (order.length === classes.length && order.every((each) => classes.includes(each))),
    { message: 'must name each of the classes once', path: ['order'] },
  )
  .refine(({ classes, scoreBins: bins = [] }) => bins.every((each) => classes.includes(each.class)), {
    message: 'must be bins of known classes',
    path: ['scoreBins'],
  })
  .refine((prediction) => prediction.favorable === undefined || prediction.classes.includes(prediction.favorable), {
    message: 'must be one of the classes',
    path: ['favorable'],
  });

const regression = z.object({
  kind: z.literal('regression').describe('The model predicts a number'),
  score: score.describe('Distribution of the predictions'),
});

const group = z
  .object({
    attribute: name.describe('Attribute that people are grouped by, such as sex; for an intersection, its name'),
    of: z
      .array(name)
      .min(2, 'must name at least two attributes')
      .optional()
      .describe('For an intersection: the attributes whose values, joined by " & ", are its values'),
    values: distinctNames
      .min(1, 'must name at least one value')
      .describe('Groups; every other value counts as `other`, and none at all as `missing`'),
    counts: z.array(count).optional().describe('Training rows per group'),
    minimumSize: count
      .optional()
      .describe(
        'Training rows below which a group is not listed, and predictions below which nothing of it is exported',
      ),
    labels,
    privileged: name
      .optional()
      .describe('The value that the others are compared with; without it, the extremes are compared'),
  })
  .refine((value) => value.counts === undefined || value.counts.length === value.values.length, {
    message: 'must have exactly one entry for each value',
    path: ['counts'],
  })
  .refine((value) => value.privileged === undefined || value.values.includes(value.privileged), {
    message: 'must be one of the values',
    path: ['privileged'],
  });

const segmentReference = {
  rows: count.describe('Training rows of the segment'),
  features: z.array(feature).describe('The features that are counted by segment, in the bins of the whole'),
  prediction: z
    .discriminatedUnion('kind', [classification, regression])
    .optional()
    .describe('Predictions of the segment, in the bins of the whole'),
  performance: ratio.optional().describe('Measures of the model on the rows of the segment, by name'),
};

const segment = z.object({
  attribute: name.describe('Attribute that rows are divided by, such as country'),
  labels,
  values: z
    .array(z.object({ value: name.describe('Value of the attribute'), ...segmentReference }))
    .min(1, 'must hold at least one value')
    .max(MOST_SEGMENT_VALUES, `must hold at most ${MOST_SEGMENT_VALUES} values, so that series stay bounded`)
    .refine((values) => unique(values.map(({ value }) => value)), 'must not name the same value twice')
    .refine(
      (values) => values.every(({ value }) => value !== OTHER),
      'must not contain "other", which is the segment of every other value',
    )
    .describe('The largest segments, each with the distributions of its own training rows'),
  other: z
    .object(segmentReference)
    .optional()
    .describe('The rows of every other value and of none; absent where these are too few to be a reference'),
});

/** Schema of `profile.json`, which `driftline profile` writes and a monitor reads. */
export const profileSchema = z.object({
  schemaVersion: z.literal(PROFILE_SCHEMA_VERSION).describe('Version of this format'),
  model: z
    .object({
      name: name.describe('Name of the model: the label ml_model_name'),
      version: name.describe('Version of the model: the label ml_model_version'),
    })
    .describe('The model that the profile belongs to'),
  createdAt: z.iso.datetime({ offset: true }).describe('When the profile was written, ISO 8601 with offset'),
  rows: count.min(1, 'must be at least 1').describe('Rows of the training data'),
  features: z
    .array(feature)
    .min(1, 'must hold at least one feature')
    .refine((features) => unique(features.map((each) => each.name)), 'must not name the same feature twice')
    .describe('Distribution of each feature in the training data'),
  excluded: z
    .array(name)
    .optional()
    .describe('Columns that are no features, by request or for privacy; a monitor ignores them without a warning'),
  missingValues: z
    .array(name)
    .optional()
    .describe('Texts that mean a missing value, besides empty ones and "nan"; numbers equal to them are missing too'),
  prediction: z
    .discriminatedUnion('kind', [classification, regression])
    .optional()
    .describe('What the model predicts; without it, predictions are not recorded'),
  groups: z
    .array(group)
    .refine((groups) => unique(groups.map((each) => each.attribute)), 'must not name the same attribute twice')
    .describe('Groups of people that fairness measures compare; may be empty'),
  performance: ratio.optional().describe('Measures of the model on its training or validation data, by name'),
  segments: z
    .array(segment)
    .refine((segments) => unique(segments.map((each) => each.attribute)), 'must not name the same attribute twice')
    .optional()
    .describe('Attributes by whose values predictions, outcomes, scores and chosen features are counted as well'),
});

export type ReferenceProfile = z.infer<typeof profileSchema>;
export type FeatureReference = z.infer<typeof feature>;
export type NumericReference = z.infer<typeof numericFeature>;
export type CategoricalReference = z.infer<typeof categoricalFeature>;
export type PredictionReference = NonNullable<ReferenceProfile['prediction']>;
export type ScoreReference = z.infer<typeof score>;
export type ScoreBins = z.infer<typeof scoreBins>;
export type GroupReference = z.infer<typeof group>;
export type SegmentedReference = z.infer<typeof segment>;
/** What the training rows of one segment look like. */
export type SegmentReference = NonNullable<SegmentedReference['other']>;
