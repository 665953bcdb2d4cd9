import { evaluate } from '../compiler/evaluate.ts';
import type { MeasureFrame } from '../compiler/frames.ts';
import { isWithin, sideOf } from '../compiler/resolved-by.ts';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { measureById } from '../measures/registry.ts';
import { binTexts } from '../profile/bin-text.ts';
import type { Answers } from '../query/answers.ts';
import { secondsOf } from '../query/duration.ts';
import type { Measure } from '../templates/measure.ts';
import { annotationFrame, type Annotation } from './annotation-frame.ts';
import { crossingsOf } from './crossings.ts';
import type { DataFrame } from './data-frame.ts';
import { binsByLabels, keyOf } from './distribution-frames.ts';
import { limitText, valueText } from './mark-texts.ts';
import type { CompletePanelQuery } from './panel-query.ts';
import type { TimeWish } from './time-grid.ts';

/** A tenth of the window blurs the ends of a crossing less than the window itself does. */
const STEPS_A_WINDOW = 10;

/** Times at which crossings are looked for: no closer than they can be told apart. */
export function crossingStep(wish: TimeWish, window: string): TimeWish {
  return { ...wish, intervalMs: Math.max(wish.intervalMs, (secondsOf(window) * 1000) / STEPS_A_WINDOW || 0) };
}

/** A stretch beyond the limit, by the series and the index of its worst value. */
interface Found {
  readonly frame: MeasureFrame;
  readonly start: number;
  readonly end: number;
  readonly worst: number;
  readonly limit: number;
}

/**
 * Annotations of the times at which a measure is beyond its limit, from crossing to recovery. Gaps of at most one window are
 * merged, since values within one window count mostly the same observations; so are gaps of one step, the shortest that
 * is seen. Everything follows from the answers that the measure itself needs.
 *
 * @param query - of a measure with a limit, or with one of its own
 */
export function crossingMarks(query: CompletePanelQuery, answers: Answers, asked: readonly string[]): DataFrame {
  const measure = measureById(query.measure);
  const { show = 'value', window } = query;
  const { times } = answers;
  const longestGap = Math.max(secondsOf(window), (times[1] ?? 0) - (times[0] ?? 0));
  const found = evaluate(query, answers, [show]).flatMap((frame): Found[] => {
    const limit = limitOf(query, frame);
    const values = frame.values[show] ?? [];
    const isBeyond = (index: number): boolean => isKnownBeyond(measure, values[index] ?? NaN, limit);
    return crossingsOf(times, isBeyond, longestGap).map(({ start, end }) => {
      const worst = worstOf(measure, values, start, end);
      return { frame, start, end, worst, limit };
    });
  });
  const binOf = largestBins(query, answers, found);
  const annotations = found.map((one) => annotationOf(one, measure, query, times, binOf(one)));
  return annotationFrame(annotations, { annotations: measure.family, window }, asked);
}

function limitOf({ limit, severity = 'critical' }: CompletePanelQuery, { limits }: MeasureFrame): number {
  if (limit !== undefined) return limit;
  // A measure without a warning has its critical limit alone.
  return limits?.[severity] ?? limits?.critical ?? NaN;
}

function isKnownBeyond(measure: Measure, value: number, limit: number): boolean {
  return Number.isFinite(value) && !isWithin(measure, value, limit);
}

function worstOf(measure: Measure, values: readonly number[], start: number, end: number): number {
  const sign = sideOf(measure) === 'above' ? 1 : -1;
  const badness = (value: number): number => sign * (measure.worse === 'neither' ? Math.abs(value) : value);
  let worst = start;
  for (let index = start + 1; index < end; index++) {
    if (badness(values[index] ?? NaN) > badness(values[worst] as number)) worst = index;
  }
  return worst;
}

function annotationOf(
  { frame, start, end, worst, limit }: Found,
  measure: Measure,
  { of, show = 'value' }: CompletePanelQuery,
  times: readonly number[],
  bin: string | undefined,
): Annotation {
  const { labels, unit } = frame;
  const value = frame.values[show]?.[worst] ?? NaN;
  const subject = of?.kind === 'prediction' ? `predictions of ${frame.name}` : frame.name;
  const sign = sideOf(measure) === 'above' ? '>' : '<';
  const isEither = measure.worse === 'neither';
  const comparison = isEither ? `beyond ±${limitText(limit, unit)}` : `${sign} ${limitText(limit, unit)}`;
  const number = valueText(value, limit, unit);
  const crossing = `${measure.name}${subject === '' ? '' : ` of ${subject}`} ${number} ${comparison}`;
  const severity = severityOf(measure, frame, value);
  return {
    time: (times[start] as number) * 1000,
    timeEnd: (times[end] ?? (times[end - 1] as number)) * 1000,
    text: bin === undefined ? crossing : `${crossing}, most from ${bin}`,
    tags: [...(severity === undefined ? [] : [severity]), ...namesOf(labels)],
    labels,
  };
}

/** What the worst value is by the measure's own limits, whichever limit the annotation is about. */
function severityOf(measure: Measure, { limits }: MeasureFrame, value: number): string | undefined {
  if (limits === undefined) return undefined;
  if (isKnownBeyond(measure, value, limits.critical)) return 'critical';
  return limits.warning !== undefined && isKnownBeyond(measure, value, limits.warning) ? 'warning' : undefined;
}

const TAGGED = [ATTRIBUTES.modelName, ATTRIBUTES.featureName, ATTRIBUTES.groupAttribute, ATTRIBUTES.groupValue].map(
  labelOf,
);

function namesOf(labels: MeasureFrame['labels']): string[] {
  return TAGGED.flatMap((label) => {
    const name = labels[label];
    return name === undefined || name === '' ? [] : [name];
  });
}

/** The bin that contributes most to the PSI when it is worst: the answers have it, and few times are worst. */
function largestBins(
  query: CompletePanelQuery,
  answers: Answers,
  found: readonly Found[],
): (one: Found) => string | undefined {
  if (query.measure !== 'psi' || (query.show ?? 'value') !== 'value') return () => undefined;
  const { resolvedBy: _, ...always } = query;
  const contributions = { ...always, measure: 'psi-contribution', show: 'value' } as const;
  const byTime = new Map(
    [...new Set(found.map(({ worst }) => worst))].map((index) => [
      index,
      binsByLabels(evaluate(contributions, answersAt(answers, index), ['value'])),
    ]),
  );
  return ({ frame, worst }) => {
    const bins = [...(byTime.get(worst)?.get(keyOf(frame.labels)) ?? [])];
    const [first, ...others] = bins;
    if (first === undefined) return undefined;
    const [label] = others.reduce((largest, bin) => (bin[1].value > largest[1].value ? bin : largest), first);
    return binTexts(bins.map(([each]) => each))(label);
  };
}

function answersAt({ times, series }: Answers, index: number): Answers {
  const at = [...series].map(
    ([promql, all]) => [promql, all.map(({ labels, values }) => ({ labels, values: [values[index] ?? NaN] }))] as const,
  );
  return { times: [times[index] as number], series: new Map(at) };
}
