import { binIndex, LabelMatcher, NO_MATCH } from '@driftline/shared';
import { sumOf } from '../values/sum-of.ts';
import type { CategoricalDistribution, Distribution, NumericDistribution } from './distribution.ts';

/** Rows of two distributions by the same bins. */
export interface CommonBins {
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Bins of the earlier distribution, of which some may have been put together. */
  readonly whole: number;
  /** Rows of the later one that the earlier profile reads as missing. */
  readonly missing: number;
}

/** Why two distributions have no bins in common. */
export class NoCommonBins {
  /** A clause that follows the name of what is compared. */
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/**
 * Brings two distributions to the bins of the earlier one, as a monitor with the earlier profile would count the rows of
 * the later. Bins that the later profile cannot tell apart are put together on both sides, so that every count is exact.
 */
export function commonBins(before: Distribution, after: Distribution): CommonBins | NoCommonBins {
  if (before.kind === 'numeric' && after.kind === 'numeric') return numericBins(before, after);
  if (before.kind === 'categorical' && after.kind === 'categorical') return categoricalBins(before, after);
  return new NoCommonBins(
    `is ${before.kind} in the earlier profile and ${after.kind} in the later; if it should not be, build the later with ` +
      `\`--${before.kind}\``,
  );
}

/** Share of the bins that have to stay apart, so that a shift within those put together does not go unseen. */
const LEAST_APART = 0.5;

function enoughOf(bins: CommonBins, kind: 'edges' | 'categories'): CommonBins | NoCommonBins {
  const apart = bins.before.length;
  if (apart >= Math.max(Math.min(2, bins.whole), bins.whole * LEAST_APART)) return bins;
  return new NoCommonBins(
    `has too few ${kind} in common: of its ${bins.whole} bins ${apart === 1 ? 'none can' : `only ${apart} can`} be told apart in both; ` +
      'build the later profile with `--edges-from`',
  );
}

function numericBins(before: NumericDistribution, after: NumericDistribution): CommonBins | NoCommonBins {
  if (before.edges.length === 0 && (before.minimum !== after.minimum || before.maximum !== after.maximum)) {
    return new NoCommonBins('has one bin in the earlier profile and other values in the later');
  }
  const edges = before.edges.filter((edge) => rowsUpTo(after, edge) !== undefined);
  const between = (distribution: NumericDistribution): number[] => {
    const upTo = [...edges.map((edge) => rowsUpTo(distribution, edge) ?? NaN), sumOf(distribution.counts)];
    return upTo.map((rows, i) => rows - (upTo[i - 1] ?? 0));
  };
  return enoughOf(
    { before: between(before), after: between(after), whole: before.edges.length + 1, missing: 0 },
    'edges',
  );
}

/** Rows whose value is at most `value`; undefined for one within a bin, which its profile does not know. */
function rowsUpTo({ edges, counts, minimum, maximum }: NumericDistribution, value: number): number | undefined {
  const bin = binIndex(edges, value);
  if (edges[bin] === value) return sumOf(counts.slice(0, bin + 1));
  if (value < minimum) return 0;
  return value >= maximum ? sumOf(counts) : undefined;
}

function categoricalBins(before: CategoricalDistribution, after: CategoricalDistribution): CommonBins | NoCommonBins {
  const { labels, missing, other } = before;
  const matcher = new LabelMatcher(before.categories, { mode: labels, missing, more: other > 0 });
  const theirs = new LabelMatcher(after.categories, { mode: after.labels });
  // Texts that are one number can be added up only where all of them are listed.
  if (matcher.mode !== theirs.mode && (matcher.mode === 'verbatim' || after.other > 0)) {
    return new NoCommonBins(
      `has labels read as ${matcher.mode} in the earlier profile and ${theirs.mode} in the later; ` +
        'build both with `--verbatim`',
    );
  }
  const counts = before.categories.map(() => 0);
  const known = before.categories.map(() => false);
  let unseen = after.other;
  let readAsMissing = 0;
  after.categories.forEach((label, i) => {
    const rows = after.counts[i] ?? 0;
    const at = matcher.indexOf(label);
    if (at === NO_MATCH.missing) readAsMissing += rows;
    else if (at < 0) unseen += rows;
    else {
      counts[at] = (counts[at] ?? 0) + rows;
      known[at] = true;
    }
  });
  // A category that the later profile does not list has no rows there, unless some rows are of others that it does not list.
  const apart = known.map((each) => each || after.other === 0);
  const hasOther = other + unseen > 0 || apart.includes(false);
  const together = (rows: readonly number[], rest: number): number[] => [
    ...rows.filter((_, i) => apart[i]),
    ...(hasOther ? [rows.reduce((sum, each, i) => sum + (apart[i] === true ? 0 : each), rest)] : []),
  ];
  return enoughOf(
    {
      before: together(before.counts, other),
      after: together(counts, unseen),
      whole: before.categories.length + (hasOther ? 1 : 0),
      missing: readAsMissing,
    },
    'categories',
  );
}
