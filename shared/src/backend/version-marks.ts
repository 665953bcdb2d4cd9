import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { LONGEST_STEP_SEC, reportsOf, reportTexts } from '../compiler/reports.ts';
import type { SeriesList } from '../query/answers.ts';
import type { Where } from '../query/measure-query.ts';
import { annotationFrame, type Annotation } from './annotation-frame.ts';
import type { DataFrame } from './data-frame.ts';
import type { TimeWish } from './time-grid.ts';

/** A version that reported within this time before the range does not start in it. */
const LOOK_BACK_SEC = 86_400;

/** Steps of a range within which a start is told apart, and the shortest of them. */
const STEPS_A_RANGE = 500;
const SHORTEST_STEP_SEC = 15;

/** PromQL of the first and the present report of each version, in the time range and the day before it. */
export function versionTexts({ model = [], version = [] }: Where, { from, to }: TimeWish): readonly string[] {
  const range = (to - from) / 1000;
  const step = Math.min(LONGEST_STEP_SEC, Math.max(SHORTEST_STEP_SEC, Math.ceil(range / STEPS_A_RANGE)));
  const [first, , present] = reportTexts({ model, version }, range + LOOK_BACK_SEC, step);
  return [first, present];
}

/**
 * Annotations of the times at which a version of a model starts to report: that had not reported for a day.
 *
 * @param answers - to {@link versionTexts}
 * @param from - start of the time range, in milliseconds since 1970
 */
export function versionMarks(answers: readonly SeriesList[], from: number, asked: readonly string[]): DataFrame {
  const [first = [], present = []] = answers;
  const started = reportsOf([first, [], present]).filter((report) => report.first > from);
  const annotations = started.map((report): Annotation => ({
    time: report.first,
    timeEnd: report.first,
    text: `Version ${report.version} of ${report.model} starts to report`,
    tags: ['version', report.model],
    labels: { [labelOf(ATTRIBUTES.modelName)]: report.model, [labelOf(ATTRIBUTES.modelVersion)]: report.version },
  }));
  return annotationFrame(annotations, { annotations: 'versions' }, asked);
}
