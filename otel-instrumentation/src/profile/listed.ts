/** How many examples a sentence names. */
const NAMED = 3;

/** The first few of a list, and how many more there are: `212, 214, 219 and 4 more`. */
export function listed(items: readonly (string | number)[], count = items.length): string {
  const named = items.slice(0, NAMED).map(String);
  const more = count - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}
