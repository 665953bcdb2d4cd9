import { canonicalText, type LabelMode } from './canonical-text.ts';
import { hasLeadingZeros, isNumericText } from './numeric-text.ts';

/** What {@link LabelMatcher.indexOf} gives for a value that is none of the known ones. */
export const NO_MATCH = {
  /** The value has a label, which is not among the known ones. */
  unknown: -1,
  /** The value is missing. */
  missing: -2,
  /** The value has no label, as infinities and objects have none. */
  invalid: -3,
} as const;

/** How a list of labels is matched. */
export interface MatcherOptions {
  /** How texts are read; by default as numbers, unless two of the labels would then be one. */
  readonly mode?: LabelMode | undefined;
  /** Texts that mean a missing value. */
  readonly missing?: readonly string[] | undefined;
  /** Whether there are more labels than the known ones, so that 0 and 1 are not all of them. */
  readonly more?: boolean;
}

/**
 * Finds the label of a value among known ones, whatever type the value has. Known texts, numbers and truth values are
 * found by one look into a map, and only other texts are read.
 *
 * Truth values and 0 and 1 are the same only where the known labels are nothing else: with the labels 0 and 1, `true` is
 * 1, and with `true` and `false`, 1 is `true`.
 */
export class LabelMatcher {
  /** The known labels, as given. */
  readonly known: readonly string[];
  readonly mode: LabelMode;
  readonly #texts = new Map<string, number>();
  readonly #numbers = new Map<number, number>();
  readonly #false: number;
  readonly #true: number;

  constructor(known: readonly string[], { mode, missing = [], more = false }: MatcherOptions = {}) {
    this.known = known;
    const canonical = known.map((label) => canonicalText(label, 'number') ?? label);
    this.mode = mode ?? (new Set(canonical).size < known.length ? 'verbatim' : 'number');
    known.forEach((label, i) => this.#addText(label, i));
    known.forEach((label, i) => this.#addText(canonicalText(label, this.mode) ?? label, i));
    const truths = more ? undefined : truthValues(canonical);
    for (const [i, text] of (truths ?? []).entries()) {
      const at = canonical.indexOf(text);
      if (at < 0) continue;
      if (this.mode === 'number') for (const same of [String(i), String(i === 1)]) this.#addText(same, at);
      this.#addNumber(i, at);
    }
    const truth = (i: 0 | 1): number => {
      const at = canonical.indexOf(truths?.[i] ?? String(i === 1));
      return at < 0 ? NO_MATCH.unknown : at;
    };
    [this.#false, this.#true] = [truth(0), truth(1)];
    for (const mark of missing) {
      this.#addText(canonicalText(mark, this.mode) ?? '', NO_MATCH.missing);
      if (isNumericText(mark.trim()) && !hasLeadingZeros(mark)) this.#addNumber(Number(mark), NO_MATCH.missing);
    }
  }

  /** Position of a value's label among the known ones, or one of {@link NO_MATCH}. Never throws. */
  indexOf(value: unknown): number {
    switch (typeof value) {
      case 'string':
        return this.#texts.get(value) ?? this.#read(value);
      case 'number':
        return this.#numbers.get(value) ?? (value - value === 0 ? NO_MATCH.unknown : this.#read(value));
      case 'boolean':
        return value ? this.#true : this.#false;
      default:
        return this.#read(value);
    }
  }

  /** The known label of a value; undefined if it has none. */
  labelOf(value: unknown): string | undefined {
    return this.known[this.indexOf(value)];
  }

  #read(value: unknown): number {
    const text = canonicalText(value, this.mode);
    if (text === undefined) return NO_MATCH.invalid;
    return text === '' ? NO_MATCH.missing : (this.#texts.get(text) ?? NO_MATCH.unknown);
  }

  /** The first to come keeps its place. */
  #addText(text: string, at: number): void {
    if (text === '') return;
    if (!this.#texts.has(text)) this.#texts.set(text, at);
    if (!isNumericText(text)) return;
    const number = Number(text);
    // Beyond 2^53 a number may stand in a file in full, or with zeros for its last digits.
    const texts = [canonicalText(number, 'number'), canonicalText(String(number), 'number')];
    if (texts.includes(text)) this.#addNumber(number, at);
  }

  #addNumber(number: number, at: number): void {
    if (!this.#numbers.has(number)) this.#numbers.set(number, at);
  }
}

/** The labels of false and true, if the given ones are nothing else. */
function truthValues(canonical: readonly string[]): readonly [string, string] | undefined {
  const kinds: readonly (readonly [string, string])[] = [
    ['0', '1'],
    ['false', 'true'],
  ];
  return canonical.length === 0 ? undefined : kinds.find((kind) => canonical.every((label) => kind.includes(label)));
}
