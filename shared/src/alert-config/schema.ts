import { z } from 'zod';
import { LONGEST_LABEL } from '../profile/schema.ts';
import { MEASURES, type MeasureId } from '../measures/registry.ts';
import { COMPARISONS } from '../query/measure-query.ts';
import { RATE } from './rate.ts';

/** Raised when a change makes older readers wrong; readers refuse a version they do not know. */
export const ALERT_CONFIG_VERSION = 1;

/** Durations of PromQL, but none of zero. */
const DURATION = '^(?=\\d*[1-9])(\\d+y)?(\\d+w)?(\\d+d)?(\\d+h)?(\\d+m)?(\\d+s)?$';

const duration = z
  .string('is no duration: write it as 5m, 1h or 1d')
  .regex(new RegExp(DURATION), 'is no duration: write it as 5m, 1h or 1d');

const name = z
  .string('is no text: put it in quotes')
  .min(1, 'is empty: give a name')
  .max(
    LONGEST_LABEL,
    `has more than ${LONGEST_LABEL} characters, which no label of a series has: give the name itself`,
  );

const names = z
  .array(name, 'is no list: write names in brackets, such as [sex, race]')
  .min(1, 'is empty: leave it out');

const off = z.literal(['off', false]);

const limitValue = z.number('is no number: write the limit as one, such as 0.25');

export const limitsSchema = z.strictObject({
  warning: limitValue.optional().describe('Limit beyond which a warning fires; none without it'),
  critical: limitValue.optional().describe('Limit beyond which a critical alert fires; none without it'),
});

const limit = z
  .union(
    [
      limitValue.describe('Limit of the critical alert; there is no warning'),
      limitsSchema.describe('Limits of the warning and the critical alert'),
      z.literal(['on', true]).describe('The default limits of the measure'),
      off.describe('No alert of the measure'),
    ],
    'is no limit: write a number, both as { warning: 0.1, critical: 0.25 }, on, or off',
  )
  .describe('Limit of a measure: a number, both limits, `on` or `off`');

const measureIds = MEASURES.map(({ id }) => id) as [MeasureId, ...MeasureId[]];

const limitsByMeasure = z.partialRecord(z.enum(measureIds), limit);

const settings = {
  window: duration.optional().describe('Window whose value has to cross the limit; 1h unless given'),
  shortWindow: duration.optional().describe('Window whose value resolves the alert; 5m unless given'),
  for: duration.optional().describe('How long the limit has to be crossed before the alert fires; 5m unless given'),
  keepFiringFor: duration
    .optional()
    .describe('How long an alert goes on firing once it is over, so that it does not flap; 2m unless given'),
  rate: z
    .string('is no rate: write it as 20 per hour')
    .regex(new RegExp(RATE), 'is no rate: write it as 20 per hour; the units are second, minute, hour and day')
    .optional()
    .describe(
      'Predictions to expect, such as `20 per hour`: windows get long enough for the minimum of observations; ' +
        'leave it out where there are more than 300 an hour',
    ),
  minimumObservations: z
    .int('is no whole number: give one such as 200')
    .nonnegative('is negative: give a number from 0 on')
    .optional()
    .describe('Observations below which there is no value; 200, and 20 for each bin, unless given'),
  minimumGroupSize: z
    .int('is no whole number: give one such as 10')
    .min(1, 'is below 1: give a number from 1 on')
    .optional()
    .describe('People below whom a group has no value in measures of fairness; 10 unless given'),
  significance: z
    .number('is no number: give one such as 0.001')
    .gt(0, 'is no probability: give a number above 0 and up to 0.5, such as 0.001')
    .max(0.5, 'is no significance: give a number above 0 and up to 0.5, such as 0.001')
    .optional()
    .describe('Probability with which noise alone fires any alert of a measure in one window; 0.001 unless given'),
  groups: names.optional().describe('Group attributes that measures of fairness are about; all unless given'),
  compare: z
    .enum(COMPARISONS)
    .optional()
    .describe('How groups are compared: each with the reference group (`pairwise`), or the lowest with the highest'),
  privileged: name.optional().describe("Reference group; that of each model's profile unless given"),
  favorable: name.optional().describe("Favorable class; that of each model's profile unless given"),
  limits: limitsByMeasure
    .optional()
    .describe('Limits by measure. Those that are not listed keep their defaults; `off` leaves one out'),
  features: z
    .record(
      name,
      z.union(
        [
          off.describe('No alert about the feature'),
          limitsByMeasure.describe('Limits of the feature by measure; the others are those of its model'),
        ],
        'is neither off nor limits by measure: write such as { psi: 0.4 }',
      ),
    )
    .optional()
    .describe('Limits of single features, or `off`'),
};

export const modelSchema = z.strictObject({
  name: name.describe('Name of the model: the label ml_model_name'),
  version: name.optional().describe('Version of the model, the label ml_model_version; all others unless given'),
  runsEvery: duration
    .optional()
    .describe(
      'Time from one run to the next of a model that runs in batches: alerts hold until the next run, and need no traffic between',
    ),
  ...settings,
});

/** Schema of `alerts.yaml`, which `driftline rules --config` reads. */
export const alertConfigSchema = z.strictObject({
  schemaVersion: z
    .literal(ALERT_CONFIG_VERSION, `is another version of the format: write ${ALERT_CONFIG_VERSION}`)
    .describe('Version of this format'),
  team: z
    .string('is no text: put it in quotes')
    .regex(/^[a-z][a-z0-9-]*$/, 'is no short name: write it in small letters, digits and dashes, such as risk-models')
    .max(20, 'has more than 20 characters: shorten it')
    .optional()
    .describe('Whose rules these are: part of the names of groups, rules and recorded series, and the label `team`'),
  folder: z
    .string()
    .min(1, 'is empty: leave it out')
    .optional()
    .describe("Grafana's folder; Driftline, with the team, unless given"),
  runbooks: z
    .string()
    .optional()
    .describe('Address of a published shared/measures.md, which alerts link into; no link unless given'),
  defaults: z.strictObject(settings).optional().describe('What holds for every model that does not say otherwise'),
  models: z
    .array(modelSchema, 'is no list: begin each model with a dash')
    .optional()
    .describe('Models with limits of their own'),
  otherModels: z
    .boolean()
    .optional()
    .describe('Whether models that are not listed have alerts as well, by the defaults; they do unless this is false'),
});

export type AlertConfig = z.infer<typeof alertConfigSchema>;
export type ModelConfig = z.infer<typeof modelSchema>;
export type Settings = Omit<ModelConfig, 'name' | 'version'>;
export type LimitConfig = z.infer<typeof limit>;
export type LimitsByMeasure = z.infer<typeof limitsByMeasure>;
