import type { Change, ComparedFeature, ComparedPrediction, ProfileComparison } from './compare-profiles.ts';
import { change, points } from './change-text.ts';

/** A comparison as text: a table of what was compared, largest PSI first, and what is beyond the limits. */
export function describeComparison(comparison: ProfileComparison, beyond: readonly string[]): string {
  const { before, after, features, predictions, added, removed, performance, notes } = comparison;
  const measures = Object.entries(performance);
  const sections = [
    [`from ${profileText(before)}`, `to   ${profileText(after)}`],
    aligned(
      ['', 'PSI', 'noise', 'bins', 'missing', 'invalid'],
      [
        ...[...features].sort(byPsi).map(featureRow),
        ...[...predictions].sort(byPsi).map((each) => [each.name, ...psiCells(each)]),
      ],
    ),
    [
      ...(added.length === 0 ? [] : [`Added features: ${added.join(', ')}`]),
      ...(removed.length === 0 ? [] : [`Removed features: ${removed.join(', ')}`]),
      ...notes,
    ],
    measures.length === 0
      ? []
      : aligned(
          ['', 'before', 'after', 'change'],
          measures.map(([name, each]) => [name, points(each.before), points(each.after), difference(each)]),
        ),
    beyond.length === 0 ? ['Within limits.'] : ['Beyond limits:', ...beyond.map((sentence) => `  ${sentence}`)],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function profileText({ model, version, rows, createdAt }: ProfileComparison['before']): string {
  return `${model} ${version}: ${rows.toLocaleString('en-GB')} rows, written ${createdAt.slice(0, 10)}`;
}

function featureRow(feature: ComparedFeature): string[] {
  const shareOf = (share: Change): string => (share.before === 0 && share.after === 0 ? '' : change(share));
  return [feature.name, ...psiCells(feature), shareOf(feature.missing), shareOf(feature.invalid)];
}

function psiCells(compared: ComparedFeature | ComparedPrediction): string[] {
  if (compared.psi === null) return ['–', '', ''];
  const { psi, noise, bins, ofBins } = compared;
  return [psi.toFixed(4), noise.toFixed(4), bins === ofBins ? String(bins) : `${bins} of ${ofBins}`];
}

/** What cannot be compared stands first. */
function byPsi(a: ComparedFeature | ComparedPrediction, b: ComparedFeature | ComparedPrediction): number {
  return (b.psi ?? Infinity) === (a.psi ?? Infinity) ? 0 : (b.psi ?? Infinity) - (a.psi ?? Infinity);
}

function difference({ before, after }: Change): string {
  const by = after - before;
  return by > 0 ? `+${points(by)}` : points(by).replace('-', '−');
}

/** A table as lines: the first column to the left, all others to the right, and none that is empty. */
function aligned(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const filled = head.map((_, i) => i).filter((i) => rows.some((row) => (row[i] ?? '') !== ''));
  const lines = [head, ...rows].map((row) => filled.map((i) => row[i] ?? ''));
  const widths = filled.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
