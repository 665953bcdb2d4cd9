import { MEASURES } from '../measures/registry.ts';
import type { Family, Measure } from '../measures/measure.ts';

const UNITS: Record<Measure['unit'], string> = {
  share: 'share, 0 to 1',
  index: 'no unit',
  seconds: 'seconds',
  'per second': 'per second',
};
const WORSE: Record<Measure['worse'], string> = {
  higher: 'higher is worse',
  lower: 'lower is worse',
  neither: 'neither side is worse by itself',
};

/** The reference of all measures as Markdown: a table of each family, and a section a measure that alarms link to. */
export function measuresGuide(): string {
  const families = [...new Set(MEASURES.map(({ family }) => family))];
  return [
    '# Measures',
    '',
    'Every measure that the query editor, `driftline rules` and the dashboards know. Written from the sources by',
    '`npm run generate`. r is the share of a bin in the baseline, c its live share in the window, n the live',
    'observations, m those of the baseline, B the bins.',
    ...families.flatMap((family) => ['', `## ${capital(family)}`, '', ...table(family), ...sections(family)]),
    '',
  ].join('\n');
}

function table(family: Family): string[] {
  return [
    '| measure | definition | alarm | runs in |',
    '| --- | --- | --- | --- |',
    ...of(family).map(({ id, name, definition, thresholds, promql }) =>
      row([
        `[${name}](#${id})`,
        definition,
        thresholds === undefined ? '–' : `${thresholds.side} ${thresholds.alarm}`,
        promql === undefined ? 'data source' : 'PromQL',
      ]),
    ),
  ];
}

function sections(family: Family): string[] {
  return of(family).flatMap(({ id, name, description, source, unit, subject, worse, thresholds, rate, critical }) => [
    '',
    `### <a id="${id}"></a>${name}`,
    '',
    description,
    '',
    `\`${id}\`, one value for each ${subject}; ${UNITS[unit]}; ${WORSE[worse]}. Source: ${source}.` +
      (rate === undefined ? '' : ' Comes with its counts and a Wilson interval.') +
      (critical === undefined ? '' : ' Comes with a critical value.'),
    ...(thresholds === undefined
      ? []
      : ['', `**When the alarm goes off** (${thresholds.side} ${thresholds.alarm}): ${thresholds.remedy}`]),
  ]);
}

const of = (family: Family): Measure[] => MEASURES.filter((measure) => measure.family === family);

/** Bars divide the cells of a table. */
const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
