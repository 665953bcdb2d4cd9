import type { Attributes } from '@opentelemetry/api';

/** Labels that have a meaning of their own in stores and exporters. */
const RESERVED = new Set(['job', 'instance', 'le', 'quantile', '__name__']);

/**
 * Checks the attributes that a service adds to every series of a model, such as a team or a region.
 *
 * @throws {TypeError} for a name that would break or overwrite series in the store, and for a value that is not a text
 */
export function checkAttributes(attributes: Readonly<Record<string, string>>): Attributes {
  const labels = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    // A name that begins with a digit breaks a whole scrape, not only its own series.
    if (!/^[a-zA-Z_][a-zA-Z0-9_.]*$/.test(name)) {
      throw new TypeError(
        `The attribute ${JSON.stringify(name)} is not a valid name: use letters, digits, dots and underscores, and begin with a letter.`,
      );
    }
    const label = name.replaceAll('.', '_');
    if (RESERVED.has(label) || label.startsWith('__') || /^(ml|error|otel)[._]/.test(name)) {
      throw new TypeError(`The attribute ${name} is reserved: choose another name, such as team.${name}.`);
    }
    const earlier = labels.get(label);
    if (earlier !== undefined) {
      throw new TypeError(
        `The attributes ${earlier} and ${name} are one label in a store, ${label}: rename one of them.`,
      );
    }
    labels.set(label, name);
    if (typeof value !== 'string' || value.length > 200) {
      throw new TypeError(`The attribute ${name} must be a text of at most 200 characters.`);
    }
  }
  return { ...attributes };
}
