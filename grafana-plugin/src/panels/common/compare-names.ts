const collator = new Intl.Collator('en', { numeric: true });

/** Order of names for people: case does not matter, and 2 comes before 10. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b);
