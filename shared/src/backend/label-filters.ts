const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const OPERATORS: readonly unknown[] = ['=', '!=', '=~', '!~'];

/** What is wrong in a list of conditions on labels: one of them, or what stands in place of the list. */
export function wrongFilter(filters: unknown): unknown {
  return Array.isArray(filters) ? (filters as readonly unknown[]).find((filter) => !isFilter(filter)) : filters;
}

function isFilter(filter: unknown): boolean {
  if (typeof filter !== 'object' || filter === null) return false;
  const { label, operator, value } = filter as Readonly<Record<string, unknown>>;
  return typeof label === 'string' && LABEL.test(label) && OPERATORS.includes(operator) && typeof value === 'string';
}
