import type { MeasureQuery } from '../query/measure-query.ts';
import type { DescribedAlert } from './alert.ts';

const DRIFTING = {
  features: 'Feature',
  prediction: 'Prediction',
  outcomes: 'Outcome',
  scores: 'Score',
  histogram: 'Distribution',
} as const;

/** Title of an alert as a person would write it: `Feature drift: PSI above 0.25`. */
export function alertTitle({ measure, query, side, limit, show }: DescribedAlert): string {
  // A problem of a model as a whole is there or not: its limit says nothing to people.
  if (measure.thresholds?.event !== undefined) return alertSubject(measure, query);
  if (show === 'excess') return `${alertSubject(measure, query)}: ${pointsText(limit)} above the training share`;
  return `${alertSubject(measure, query)} ${side} ${limitText(measure, limit)}`;
}

/** What an alert is of, without its limit: `Feature drift: PSI`. */
export function alertSubject(
  { family, name, thresholds }: Pick<DescribedAlert['measure'], 'family' | 'name' | 'thresholds'>,
  { of }: Pick<MeasureQuery, 'of'>,
): string {
  if (thresholds?.title !== undefined) return thresholds.title;
  return family === 'drift' ? `${DRIFTING[of?.kind ?? 'features']} drift: ${name}` : name;
}

/** A limit of an excess, as a difference of shares. */
export function pointsText(limit: number): string {
  return `${rounded(limit * 100)} points`;
}

/** A limit with its unit. */
export function limitText({ unit }: Pick<DescribedAlert['measure'], 'unit'>, limit: number): string {
  if (unit === 'share') return `${rounded(limit * 100)}%`;
  if (unit === 'seconds') return limit < 1 ? `${rounded(limit * 1000)} ms` : `${rounded(limit)} s`;
  return String(limit);
}

const rounded = (value: number): string => String(Number(value.toPrecision(6)));
