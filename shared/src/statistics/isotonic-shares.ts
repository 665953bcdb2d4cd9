/** Bins that are taken together, since a later one has a smaller share. */
interface Block {
  positives: number;
  rows: number;
  bins: number;
}

/**
 * Shares of positives that never fall from one bin to the next: those nearest to the observed ones by least squares. Bins
 * that contradict the order have the share of all of them together. A bin without rows has the share of the block below
 * it, or of the first one.
 *
 * Source: pool adjacent violators, Ayer et al., Annals of Mathematical Statistics 26 (1955), 641–647; scikit-learn,
 * IsotonicRegression, with the rows as weights.
 *
 * @param positives - by bin, from low to high
 * @param rows - by bin, at least as many; in one bin at least one
 */
export function isotonicShares(positives: readonly number[], rows: readonly number[]): number[] {
  const blocks: Block[] = [];
  rows.forEach((inBin, bin) => {
    const last = blocks[blocks.length - 1];
    if (last !== undefined && (inBin === 0 || last.rows === 0)) {
      last.positives += positives[bin] as number;
      last.rows += inBin;
      last.bins += 1;
    } else {
      blocks.push({ positives: positives[bin] as number, rows: inBin, bins: 1 });
    }
    poolWhereFalling(blocks);
  });
  return blocks.flatMap((block) => Array<number>(block.bins).fill(shareOf(block)));
}

function poolWhereFalling(blocks: Block[]): void {
  for (let i = blocks.length - 1; i > 0; i--) {
    const [below, above] = [blocks[i - 1] as Block, blocks[i] as Block];
    if (shareOf(below) < shareOf(above)) return;
    blocks.splice(i - 1, 2, {
      positives: below.positives + above.positives,
      rows: below.rows + above.rows,
      bins: below.bins + above.bins,
    });
  }
}

function shareOf({ positives, rows }: Block): number {
  return positives / rows;
}
