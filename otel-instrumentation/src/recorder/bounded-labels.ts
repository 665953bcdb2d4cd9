import { LabelMatcher, type LabelMode } from '@driftline/shared';
import { LabelPositions, type LabelBounds } from './label-positions.ts';

/** How labels are matched and bounded. */
interface BoundedLabelsOptions extends Pick<LabelBounds, 'limit' | 'further'> {
  readonly mode?: LabelMode | undefined;
  /** Texts that mean a missing value. */
  readonly missing?: readonly string[] | undefined;
  /** Whether there are more values than the known ones, so that 0 and 1 are not all of them. */
  readonly more?: boolean;
}

/** A fixed list of label values in which everything else becomes `other`, so that labels stay bounded. */
export class BoundedLabels {
  readonly #matcher: LabelMatcher;
  readonly #positions: LabelPositions;

  constructor(known: readonly string[], { limit = Infinity, further = [], ...matching }: BoundedLabelsOptions = {}) {
    this.#positions = new LabelPositions(known, { limit, further });
    this.#matcher = new LabelMatcher(known, matching);
  }

  /** The values that keep a label, then further ones, then `other`. */
  get labels(): readonly string[] {
    return this.#positions.labels;
  }

  /** Position of any value's label among the labels. */
  indexOf(value: unknown): number {
    return this.labelAt(this.knownIndexOf(value));
  }

  /** Position of a value among all known ones, those without a label of their own too; negative as in `NO_MATCH`. */
  knownIndexOf(value: unknown): number {
    return this.#matcher.indexOf(value);
  }

  /** Position of the label of a known value; that of `other` for a negative one. */
  labelAt(knownIndex: number): number {
    return this.#positions.labelAt(knownIndex);
  }
}
