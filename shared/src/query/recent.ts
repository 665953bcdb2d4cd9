/** How many results are remembered: dashboards ask the same queries again and again, and there are not so many of them. */
const REMEMBERED = 256;

/**
 * A pure function of plain data that remembers its last results, the oldest of which is forgotten first: an engine that
 * interprets takes milliseconds for what a query says of itself. What it throws is not remembered.
 *
 * @param of - gives the same for arguments that are equal as JSON; nobody changes what it gave
 */
export function recent<Arguments extends readonly unknown[], Result extends object>(
  of: (...given: Arguments) => Result,
): (...given: Arguments) => Result {
  const results = new Map<string, Result>();
  return (...given) => {
    const key = JSON.stringify(given);
    const known = results.get(key);
    if (known !== undefined) return known;
    const result = of(...given);
    const [oldest] = results.keys();
    if (results.size >= REMEMBERED && oldest !== undefined) results.delete(oldest);
    results.set(key, result);
    return result;
  };
}
