import { t } from '@grafana/i18n';
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
  if (candidate === '') {
    return { level: 'unknown', sentence: t('pages.promotion.none', 'No version predicts in the window.') };
  }
  const own = { candidate, against, share: formatNumber(share, 'percentunit') };
  if (against === '' || against === candidate) {
    return {
      level: 'noted',
      sentence: t(
        'pages.promotion.only',
        '{{- candidate}} gets {{- share}} of the predictions; it is the only version.',
        own,
      ),
    };
  }
  const of = (verdict: Verdict): ComparedRow[] => rows.filter((row) => row.verdict === verdict);
  const [worse, better, noise] = [of('worse'), of('better'), of('noise')];
  if (worse.length + better.length + noise.length === 0) {
    return {
      level: 'unknown',
      sentence: t(
        'pages.promotion.too-few',
        '{{- candidate}} gets {{- share}} of the predictions; there are too few observations to compare it with {{- against}}.',
        own,
      ),
    };
  }
  const { level, text } = conclusion(better.length, worse.length);
  const sentence = t(
    'pages.promotion.compared',
    '{{- candidate}} gets {{- share}} of the predictions. Against {{- against}}: {{- better}}, {{- worse}}, {{noise}} within noise: {{- conclusion}}.',
    { ...own, better: betterText(better), worse: worseText(worse), noise: noise.length, conclusion: text },
  );
  return { level, sentence };
}

function conclusion(better: number, worse: number): { readonly level: Level; readonly text: string } {
  if (worse === 0) {
    return {
      level: 'ok',
      text:
        better === 0
          ? t('pages.promotion.nothing-against', 'nothing speaks against promoting it')
          : t('pages.promotion.promote', 'a case for promoting it'),
    };
  }
  return better === 0
    ? { level: 'critical', text: t('pages.promotion.roll-back', 'a case for rolling it back') }
    : { level: 'warning', text: t('pages.promotion.weigh', 'weigh one against the other') };
}

function betterText(rows: readonly VersionRow[]): string {
  return rows.length === 0
    ? t('pages.promotion.none-better', 'none better')
    : t('pages.promotion.better', '{{number}} better ({{- names}})', { number: rows.length, names: namesOf(rows) });
}

function worseText(rows: readonly VersionRow[]): string {
  return rows.length === 0
    ? t('pages.promotion.none-worse', 'none worse')
    : t('pages.promotion.worse', '{{number}} worse ({{- names}})', { number: rows.length, names: namesOf(rows) });
}

/** Names of the first measures. */
function namesOf(rows: readonly VersionRow[]): string {
  const names = rows.slice(0, 3).map(({ measure, subject }) => [subject, nameOf(measure)].filter(Boolean).join(' '));
  return `${names.join(', ')}${rows.length > names.length ? ' …' : ''}`;
}
