import { MEASURES } from '../measures/registry.ts';
import { ALERT_SIGNIFICANCE } from '../statistics/significance.ts';
import type { Family, Unit } from '../templates/description.ts';
import type { Measure } from '../templates/measure.ts';

const UNITS: Record<Unit, string> = {
  share: 'share, 0 to 1',
  index: 'no unit',
  seconds: 'seconds',
  'per second': 'per second',
};
const WORSE: Record<Measure['worse'], string> = {
  higher: 'higher is worse',
  lower: 'lower is worse',
  neither: 'neither direction is worse',
};

/** The guide of measures as Markdown: a table for each family, and a section for each measure, which alerts link to. */
export function measuresGuide(): string {
  const families = [...new Set(MEASURES.map(({ family }) => family))];
  return [
    '# Measures',
    '',
    'All measures of the query editor, of `driftline rules` and of the dashboards. An alert links to the section of its',
    'measure, which says what to do. `npm run generate` writes this page from the sources.',
    '',
    'In the definitions, c is the live share of a bin and r its share in the baseline; n and m are the observations of both',
    'sides; B is the number of bins; F_c and F_r are cumulative shares. TP, FP, FN and TN count outcomes, where the favorable',
    'class is positive. For data quality, r is the share of the training rows that had the problem.',
    '',
    'Measures of scores need a profile with bins of scores (`driftline profile --score`) and outcomes with a score from 0 to 1.',
    'In bin k, p_k outcomes of the class (positive) and n_k others have the mean score f_k; P and N are their sums. A threshold',
    'predicts the class above an edge. The favorable class of a query chooses one of several classes with scores.',
    '',
    'A value needs at least 200 observations, and a comparison bin by bin 20 for each bin that the baseline uses as well,',
    'unless the query gives its own minimum. A significance holds for all features of a model that are asked together: it is',
    'divided by their number (Bonferroni), in critical values, in the Wilson intervals of features and in alerts, where it is',
    `${ALERT_SIGNIFICANCE}. Of groups it holds for all comparisons within an attribute; models are each looked at by themselves.`,
    ...families.flatMap((family) => ['', `## ${capital(family)}`, '', ...table(family), ...sections(family)]),
    '',
  ].join('\n');
}

function table(family: Family): string[] {
  return [
    '| measure | definition | default limit | in rule files |',
    '| --- | --- | --- | --- |',
    ...of(family).map(({ id, name, definition, thresholds, hasPromql }) =>
      row([
        `[${name}](#${id})`,
        definition,
        thresholds === undefined ? '–' : limitOf(thresholds),
        hasPromql ? 'yes' : 'data source only',
      ]),
    ),
  ];
}

function sections(family: Family): string[] {
  return of(family).flatMap((measure) => [
    '',
    `### <a id="${measure.id}"></a>${measure.name}`,
    '',
    measure.description,
    '',
    [
      `\`${measure.id}\`: one value per ${measure.subject}; ${UNITS[measure.unit]}; ${WORSE[measure.worse]}.`,
      `Source: ${measure.source}.`,
      ...(measure.isRate ? ['Has counts and a Wilson interval.'] : []),
      ...(measure.intervalSource === undefined ? [] : [`Has an interval (${measure.intervalSource}).`]),
      ...(measure.hasCriticalValue ? ['Has a critical value.'] : []),
    ].join(' '),
    ...(measure.thresholds === undefined ? [] : ['', runbook(measure, measure.thresholds)]),
  ]);
}

function runbook(
  { minimumObservations, observationsPerBin }: Measure,
  { side, critical, warning, of: aspect, runbook: action }: NonNullable<Measure['thresholds']>,
): string {
  const limits = warning === undefined ? `${side} ${critical}` : `${side} ${critical}, warning ${side} ${warning}`;
  const perBin = observationsPerBin === 0 ? '' : `, and ${observationsPerBin} for each bin that the baseline uses`;
  return (
    `**When the alert fires** (${aspect === undefined ? '' : 'excess '}${limits}; at least ${minimumObservations} ` +
    `observations${perBin}): ${action}`
  );
}

/** A default limit; of an excess, in the letters of the introduction. */
function limitOf({ side, critical, of: aspect }: NonNullable<Measure['thresholds']>): string {
  return aspect === undefined ? `${side} ${critical}` : `${side} r + ${critical} (1 − r)`;
}

const of = (family: Family): readonly Measure[] => MEASURES.filter((measure) => measure.family === family);

/** Bars divide the cells of a table. */
const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
