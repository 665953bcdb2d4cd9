import { ATTRIBUTES, type AttributeName } from '../conventions/attributes.ts';
import { REPLICA } from '../conventions/replica.ts';
import { labelOf } from '../conventions/series.ts';
import { compareText } from '../conventions/text-order.ts';
import type { MeasureFrame } from '../compiler/frames.ts';
import type { Labels } from '../query/answers.ts';
import type { Aspect } from '../query/measure-query.ts';
import type { DataFrame, Field } from './data-frame.ts';
import { configOf } from './measure-frames.ts';

/** Headings of labels, in the order of their columns. Other labels follow under their own names. */
const HEADINGS: readonly (readonly [AttributeName, string])[] = [
  [ATTRIBUTES.modelName, 'Model'],
  [ATTRIBUTES.modelVersion, 'Version'],
  [ATTRIBUTES.profileId, 'Profile'],
  [ATTRIBUTES.segmentName, 'Segmented by'],
  [ATTRIBUTES.segmentValue, 'Segment'],
  [ATTRIBUTES.featureName, 'Feature'],
  [ATTRIBUTES.groupAttribute, 'Attribute'],
  [ATTRIBUTES.groupValue, 'Group'],
  [ATTRIBUTES.featureBin, 'Bin'],
  [ATTRIBUTES.predictionBin, 'Bin'],
  [ATTRIBUTES.predictionClass, 'Class'],
  [ATTRIBUTES.scoreClass, 'Class'],
  [ATTRIBUTES.rankingCutoff, 'k'],
  [ATTRIBUTES.errorType, 'Error type'],
];

const COLUMNS: Readonly<Record<Aspect, string>> = {
  value: 'Value',
  observations: 'Observations',
  numerator: 'Numerator',
  lower: 'Lower',
  upper: 'Upper',
  training: 'Training',
  excess: 'Excess',
  'critical-value': 'Critical value',
};

/**
 * One row for each series: its labels, the value with everything behind it, and its limits.
 *
 * @param minimum - observations below which a row has no value
 * @param referenceOf - the reference group of the attribute that a row is of; undefined where there is none
 */
export function tableFrame(
  frames: readonly MeasureFrame[],
  asked: readonly string[],
  minimum: number,
  referenceOf: (labels: Labels) => string | undefined = () => undefined,
): DataFrame[] {
  const [first] = frames;
  if (first === undefined) return [];
  const { measure, subject, unit } = first;
  const aspects = Object.keys(COLUMNS).filter((aspect): aspect is Aspect => aspect in first.values);
  const numbers = aspects.map((aspect): Field => ({
    name: COLUMNS[aspect],
    type: 'number',
    // Grafana calls a field `Value` by the name of its frame otherwise.
    displayName: COLUMNS[aspect],
    config: configOf(unit, aspect),
    values: frames.map(({ values }) => lastOf(values[aspect])),
  }));
  const limits = (['warning', 'critical'] as const).flatMap((severity): Field[] => {
    const values = frames.map((frame) => frame.limits?.[severity] ?? NaN);
    const name = severity === 'warning' ? 'Warning limit' : 'Critical limit';
    return values.every((value) => Number.isNaN(value))
      ? []
      : [{ name, type: 'number', config: configOf(unit, 'value'), values }];
  });
  return [
    {
      name: measure,
      meta: {
        type: 'table',
        typeVersion: [0, 1],
        custom: { measure, subject, minimum },
        executedQueryString: asked.join('\n\n'),
      },
      fields: [...labelColumns(frames), ...referenceColumn(frames, referenceOf), ...numbers, ...limits],
    },
  ];
}

function labelColumns(frames: readonly MeasureFrame[]): Field[] {
  const present = new Set(frames.flatMap(({ labels }) => Object.keys(labels)));
  const headings = HEADINGS.map(([attribute, name]) => ({ label: labelOf(attribute), name }));
  const headed = [...headings, { label: REPLICA, name: 'Replica' }].filter(({ label }) => present.delete(label));
  const others = [...present].sort(compareText).map((label) => ({ label, name: label }));
  return [...headed, ...others].map(({ label, name }) => ({
    name,
    type: 'string',
    config: {},
    values: frames.map(({ labels }) => labels[label] ?? ''),
  }));
}

function referenceColumn(
  frames: readonly MeasureFrame[],
  referenceOf: (labels: Labels) => string | undefined,
): Field[] {
  const values = frames.map(({ labels }) => referenceOf(labels) ?? '');
  return values.every((value) => value === '') ? [] : [{ name: 'Reference group', type: 'string', config: {}, values }];
}

function lastOf(values: readonly number[] | undefined): number {
  const last = values?.[values.length - 1] ?? NaN;
  return Number.isFinite(last) ? last : NaN;
}
