/** How many examples a sentence names. */
const NAMED = 3;

/**
 * The first few of a list, and how many more there are: `212, 214, 219 and 4 more`.
 *
 * @param count - how many there are, if `items` holds only the first of them
 * @param most - how many are named
 */
export function listed(items: readonly (string | number)[], count = items.length, most = NAMED): string {
  const named = items.slice(0, most).map(String);
  const more = count - named.length;
  if (more > 0) return `${named.join(', ')} and ${more} more`;
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}
