const MOST_LETTERS = 16;

/** A bin's label as it fits below its bars. */
export function shortened(label: string): string {
  return label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label;
}
