import { featureBins, predictionBins, type FeatureReference, type ReferenceProfile } from '@driftline/shared';
import { profileIdOf } from '../recorder/profile-id.ts';

const LABEL_WIDTH = 26;
const BAR_WIDTH = 28;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const MOST_CATEGORIES = 12;

/** A profile as text of at most eighty columns. */
export function describeProfile(profile: ReferenceProfile): string {
  const { model, rows, createdAt, features, prediction, groups, performance } = profile;
  const sections = [
    [
      `${model.name} ${model.version}: ${number(rows)} rows, written ${createdAt.slice(0, 10)}, profile ${profileIdOf(profile)}`,
    ],
    ...features.map(featureLines),
  ];
  if (prediction !== undefined) {
    const what = prediction.kind === 'classification' ? 'classes' : 'numbers';
    const hasFavorable = prediction.kind === 'classification' && prediction.favorable !== undefined;
    sections.push([
      `The model predicts ${what}${hasFavorable ? `; the favorable one is ${String(prediction.favorable)}` : ''}`,
      ...predictionBins(prediction).map(({ label, ratio }) => binLine(label, ratio)),
    ]);
  }
  if (groups.length > 0) {
    sections.push([
      'Groups',
      ...groups.map(({ attribute, values, privileged }) => {
        const compared = privileged === undefined ? '' : ` (compared with ${privileged})`;
        return `  ${cut(attribute, LABEL_WIDTH - 2)} ${cut(values.join(', ') + compared, 80 - LABEL_WIDTH - 3).trimEnd()}`;
      }),
    ]);
  }
  const measures = Object.entries(performance ?? {});
  if (measures.length > 0) {
    sections.push([
      'Baseline performance',
      ...measures.map(([name, value]) => `  ${cut(name, LABEL_WIDTH - 2)} ${short(value)}`),
    ]);
  }
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function featureLines(feature: FeatureReference): string[] {
  const bins = featureBins(feature);
  const invalid = (feature.kind === 'numeric' ? feature.invalid : undefined) ?? 0;
  const rows = bins.reduce((sum, { count }) => sum + count, feature.missing + invalid);
  const missing = feature.missing === 0 ? '' : `, ${percent(feature.missing / rows)} missing`;
  const summary =
    feature.kind === 'numeric'
      ? `${short(feature.minimum)} to ${short(feature.maximum)}, mean ${short(feature.mean)} ± ${short(feature.standardDeviation)}`
      : `${feature.categories.length} categories`;
  const shown = feature.kind === 'numeric' ? bins : bins.slice(0, MOST_CATEGORIES);
  const left = bins.length - shown.length;
  return [
    `${feature.name} (${feature.kind}): ${summary}${missing}`,
    ...shown.map(({ label, ratio }) => binLine(label, ratio)),
    ...(left > 0 ? [`  … and ${left} more`] : []),
  ];
}

function binLine(label: string, ratio: number | undefined): string {
  const start = `  ${cut(label, LABEL_WIDTH - 2)}`;
  return ratio === undefined ? start.trimEnd() : `${start} ${percent(ratio).padStart(7)} ${bar(ratio)}`.trimEnd();
}

function bar(ratio: number): string {
  const eighths = Math.round(ratio * BAR_WIDTH * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`;
const number = (value: number): string => value.toLocaleString('en-GB');
const short = (value: number): string => String(Number(value.toPrecision(4)));
