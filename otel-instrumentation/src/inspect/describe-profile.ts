import {
  featureBins,
  predictionBins,
  type FeatureReference,
  type ReferenceProfile,
  type SegmentReference,
} from '@driftline/shared';
import { profileIdOf } from '../recorder/profile-id.ts';
import { sumOf } from '../values/sum-of.ts';
import { calibrationSummary } from './calibration-summary.ts';
import { regressionCost } from './regression-cost.ts';
import { scoreCost } from './score-cost.ts';

const WIDTH = 80;
const LABEL_WIDTH = 26;
const BAR_WIDTH = 28;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * A profile as text of at most eighty columns. It shows every text of the profile whole, since each of them leaves the
 * process as a label.
 */
export function describeProfile(profile: ReferenceProfile): string {
  const {
    model,
    rows,
    createdAt,
    features,
    excluded = [],
    missingValues = [],
    prediction,
    groups,
    performance,
    segments = [],
  } = profile;
  const sections = [
    wrapped(
      `${model.name} ${model.version}: ${number(rows)} rows, written ${createdAt.slice(0, 10)}, profile ${profileIdOf(profile)}`,
      '',
    ),
    ...features.map(featureLines),
  ];
  if (prediction !== undefined) {
    const what = prediction.kind === 'classification' ? 'classes' : 'numbers';
    const hasFavorable = prediction.kind === 'classification' && prediction.favorable !== undefined;
    sections.push([
      ...wrapped(
        `The model predicts ${what}${hasFavorable ? `; the favorable one is ${String(prediction.favorable)}` : ''}`,
        '',
      ),
      ...predictionBins(prediction).flatMap(({ label, ratio }) => binLines(label, ratio)),
    ]);
    const { scoreBins = [] } = prediction.kind === 'classification' ? prediction : {};
    for (const { class: label, edges, threshold, calibration } of scoreBins) {
      sections.push([
        ...wrapped(
          `Outcomes are counted by the score of ${label}, in ${edges.length + 1} bins; threshold ${threshold}`,
          '',
        ),
        ...(calibration === undefined
          ? []
          : wrapped(
              `Its bins are calibrated on ${number(sumOf(calibration.rows))} held-out rows, ` +
                `${number(sumOf(calibration.positives))} of them ${label}`,
              '',
            )),
      ]);
    }
    for (const sentence of [scoreCost(profile), regressionCost(profile), calibrationSummary(profile)]) {
      if (sentence !== undefined) sections.push(wrapped(sentence, ''));
    }
  }
  if (groups.length > 0) {
    sections.push([
      'Groups',
      ...groups.flatMap(({ attribute, values, privileged }) => {
        const compared = privileged === undefined ? '' : ` (compared with ${privileged})`;
        return named(attribute, values.join(', ') + compared);
      }),
    ]);
  }
  for (const { attribute, values, other } of segments) {
    const names = values.map(({ value, rows: own }): [string, number] => [value, own]);
    sections.push([
      ...wrapped(`Segments of ${attribute}${countedIn(values[0])}`, ''),
      ...[...names, ['other', other?.rows ?? 0] as const].flatMap(([value, own]) => binLines(value, own / rows)),
      ...(other === undefined ? wrapped('The others have too few rows for a reference of their own', '  ') : []),
    ]);
  }
  const measures = Object.entries(performance ?? {});
  if (measures.length > 0) {
    sections.push(['Baseline performance', ...measures.flatMap(([name, value]) => named(name, short(value)))]);
  }
  if (missingValues.length > 0) {
    const marks = missingValues.map((mark) => JSON.stringify(mark)).join(', ');
    sections.push(['Read as missing, like null and the empty text', ...wrapped(marks, '  ')]);
  }
  if (excluded.length > 0) {
    sections.push(['Left out: no value of these columns is recorded', ...wrapped(excluded.join(', '), '  ')]);
  }
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function featureLines(feature: FeatureReference): string[] {
  const bins = featureBins(feature);
  const { invalid = 0, outliers } = feature.kind === 'numeric' ? feature : {};
  const rows = bins.reduce((sum, { count }) => sum + count, feature.missing + invalid);
  const share = (count: number, what: string): string =>
    count === 0 || rows === 0 ? '' : `, ${percent(count / rows)} ${what}`;
  const problems = [
    share(feature.missing, 'missing'),
    share(invalid, 'invalid'),
    share(outliers?.rows ?? 0, `beyond ${outliers?.limit} standard deviations`),
  ];
  const summary =
    feature.kind === 'numeric'
      ? `${short(feature.minimum)} to ${short(feature.maximum)}, mean ${short(feature.mean)} ± ${short(feature.standardDeviation)}`
      : `${feature.categories.length} categories${feature.labels === 'verbatim' ? ', texts as written' : ''}`;
  return [
    ...wrapped(`${feature.name} (${feature.kind}): ${summary}${problems.join('')}`, ''),
    ...bins.flatMap(({ label, ratio }) => binLines(label, ratio)),
  ];
}

/** The features that are counted by segment. */
function countedIn(segment: SegmentReference | undefined): string {
  const names = (segment?.features ?? []).map(({ name }) => name);
  return names.length === 0 ? '' : `, with ${names.join(', ')}`;
}

/** A label with its share; one that is too long for its column has lines of its own. */
function binLines(label: string, ratio: number | undefined): string[] {
  const shareOf = (start: string): string =>
    ratio === undefined ? start.trimEnd() : `${start} ${percent(ratio).padStart(7)} ${bar(ratio)}`.trimEnd();
  const column = LABEL_WIDTH - 2;
  if (label.length <= column) return [shareOf(`  ${label.padEnd(column)}`)];
  const lines = wrapped(label, '  ');
  return ratio === undefined ? lines : [...lines, shareOf(' '.repeat(LABEL_WIDTH))];
}

/** A name with what it has. */
function named(name: string, text: string): string[] {
  const indent = ' '.repeat(LABEL_WIDTH + 1);
  const lines = wrapped(text, indent);
  if (name.length > LABEL_WIDTH - 2) return [...wrapped(name, '  '), ...lines];
  const [first = '', ...others] = lines;
  return [`  ${name.padEnd(LABEL_WIDTH - 2)} ${first.slice(indent.length)}`, ...others];
}

/** A text in lines, divided at spaces where there are any; nothing of it is lost. */
function wrapped(text: string, indent: string): string[] {
  const room = WIDTH - indent.length;
  const lines: string[] = [];
  let rest = text;
  while (rest.length > room) {
    const space = rest.lastIndexOf(' ', room);
    const end = space > 0 ? space : room;
    lines.push(indent + rest.slice(0, end));
    rest = rest.slice(space > 0 ? end + 1 : end);
  }
  return [...lines, indent + rest];
}

function bar(ratio: number): string {
  const eighths = Math.round(ratio * BAR_WIDTH * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}

const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`;
const number = (value: number): string => value.toLocaleString('en-GB');
const short = (value: number): string => String(Number(value.toPrecision(4)));
