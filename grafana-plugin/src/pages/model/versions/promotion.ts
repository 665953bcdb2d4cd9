import { formatNumber } from '../../values/format-number.ts';
import { nameOf } from '../../values/measures.ts';
import type { Level } from '../../values/status.ts';
import { compareRows, type Verdict } from './compare-rows.ts';
import type { VersionRow } from './version-rows.ts';

/** Two versions of a model: one that may be promoted, and one that it is held against. Empty where there is none. */
export interface Pair {
  readonly candidate: string;
  readonly against: string;
}

/** A measure of both versions, and what is to be thought of the difference. */
export interface ComparedRow extends VersionRow {
  readonly verdict: Verdict;
}

const ORDER: readonly Verdict[] = ['worse', 'better', 'noise', 'unknown'];

/** A drop is the accuracy once more, and traffic is neither good nor bad. */
const UNJUDGED = ['accuracy-drop', 'throughput'];

/** How the candidate does in each measure, what is worse first. */
export function comparedRows(rows: readonly VersionRow[], { candidate, against }: Pair): ComparedRow[] {
  return rows
    .map((row): ComparedRow => {
      const isJudged = candidate !== against && !UNJUDGED.includes(row.measure);
      const verdict = isJudged ? compareRows(row.byVersion.get(candidate), row.byVersion.get(against)) : 'unknown';
      return { ...row, verdict };
    })
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
}

/** Whether the candidate is to be promoted or rolled back, and why. */
export function promotion(
  rows: readonly ComparedRow[],
  { candidate, against }: Pair,
  share: number,
): { readonly level: Level; readonly sentence: string } {
  if (candidate === '') return { level: 'unknown', sentence: 'No version predicts in the window.' };
  const own = `${candidate} gets ${formatNumber(share, 'percentunit')} of the predictions`;
  if (against === '' || against === candidate) return { level: 'noted', sentence: `${own}; it is the only version.` };
  const of = (verdict: Verdict): ComparedRow[] => rows.filter((row) => row.verdict === verdict);
  const [worse, better, noise] = [of('worse'), of('better'), of('noise')];
  if (worse.length + better.length + noise.length === 0) {
    return { level: 'unknown', sentence: `${own}; there are too few observations to compare it with ${against}.` };
  }
  const counted = [counts(better, 'better'), counts(worse, 'worse'), `${noise.length} within noise`].join(', ');
  const { level, text } = conclusion(better.length, worse.length);
  return { level, sentence: `${own}. Against ${against}: ${counted}: ${text}.` };
}

function conclusion(better: number, worse: number): { readonly level: Level; readonly text: string } {
  if (worse === 0) {
    return { level: 'ok', text: better === 0 ? 'nothing speaks against promoting it' : 'a case for promoting it' };
  }
  return better === 0
    ? { level: 'critical', text: 'a case for rolling it back' }
    : { level: 'warning', text: 'weigh one against the other' };
}

/** Such as `2 better (age PSI, accuracy)`. */
function counts(rows: readonly VersionRow[], word: string): string {
  if (rows.length === 0) return `none ${word}`;
  const names = rows.slice(0, 3).map(({ measure, subject }) => [subject, nameOf(measure)].filter(Boolean).join(' '));
  return `${rows.length} ${word} (${names.join(', ')}${rows.length > names.length ? ' …' : ''})`;
}
