/** The fields of a receiver's configuration that are templates, by their place. */
export function templatesIn(value: unknown, path = ''): Record<string, string> {
  if (typeof value === 'string') return value.includes('{{') ? { [path]: value } : {};
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, each]) => templatesIn(each, path === '' ? key : `${path}.${key}`)),
  ) as Record<string, string>;
}
