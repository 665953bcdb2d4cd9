import { evaluate } from '../compiler/evaluate.ts';
import type { Answers, SeriesList } from '../query/answers.ts';
import { minimumOf } from '../query/minimum-observations.ts';
import type { Answer } from './asks.ts';
import { confusionFrames } from './confusion-frames.ts';
import type { DataFrame } from './data-frame.ts';
import { crossingMarks } from './crossing-marks.ts';
import { distributionFrames } from './distribution-frames.ts';
import { withLegend } from './legend.ts';
import { emptyFrame, measureFrames } from './measure-frames.ts';
import { noValues } from './no-values.ts';
import { marksVersions, type CompletePanelQuery } from './panel-query.ts';
import type { PlannedQuery } from './plan-queries.ts';
import { describeFailure, failureOf, type Failure } from './store-failure.ts';
import { tableFrame } from './table-frame.ts';
import { tableReferences } from './table-references.ts';
import { versionMarks } from './version-marks.ts';

/** What one query gives: frames, of which there are none without data, or why it failed. */
export type QueryResult = { readonly frames: readonly DataFrame[] } | { readonly error: Failure };

/**
 * What one query says, given what the store answered.
 *
 * @param answers - of the query's own asks, in their order
 * @param url - address of the store, for what is said of its failures
 */
export function answerQuery(
  { query, texts, forAlert, enforced = texts, from = 0 }: PlannedQuery,
  answers: readonly Answer[],
  url: string,
): QueryResult {
  try {
    for (const answer of answers) {
      if ('failure' in answer) return { error: describeFailure(answer.failure, url) };
    }
    const { times, series } = answersOf(texts, answers);
    if (marksVersions(query)) {
      return {
        frames: [
          versionMarks(
            texts.map((promql) => series.get(promql) ?? []),
            from,
            enforced,
          ),
        ],
      };
    }
    const frames = framesOf(query, { times, series }, enforced);
    if (frames.length > 0) return { frames };
    const why = noValues(query, { times, series });
    return { frames: forAlert === true ? [] : [emptyFrame(query.measure, why, query.instant === true, enforced)] };
  } catch (error) {
    return { error: failureOf(error) };
  }
}

function answersOf(texts: readonly string[], answers: readonly Answer[]): Answers {
  const series = new Map<string, SeriesList>();
  let times: readonly number[] = [];
  for (const [i, promql] of texts.entries()) {
    const answer = answers[i];
    if (answer === undefined || !('series' in answer)) throw new RangeError(`ask ${i} has no answer of series`);
    series.set(promql, answer.series);
    times = answer.times;
  }
  return { times, series };
}

function framesOf(query: CompletePanelQuery, answers: Answers, asked: readonly string[]): DataFrame[] {
  const { format, show = 'value', instant = false } = query;
  switch (format) {
    case 'distribution':
      return distributionFrames(query, answers, asked);
    case 'confusion':
      return confusionFrames(query, answers, asked);
    case 'table':
      return tableFrame(evaluate(query, answers), asked, minimumOf(query), tableReferences(query, answers));
    case 'annotations':
      return [crossingMarks(query, answers, asked)];
    default:
      return measureFrames(withLegend(evaluate(query, answers, [show]), query.legend), show, instant, asked);
  }
}
