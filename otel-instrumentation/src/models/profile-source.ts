/** A reference profile: the path of a `profile.json`, or its parsed content. */
export type ProfileSource = string | URL | object;

/** The path of a profile, where one is given rather than the content. */
export function pathIn(source: ProfileSource): string | URL | undefined {
  return typeof source === 'string' || isUrl(source) ? source : undefined;
}

/** Node takes URLs of every realm and implementation by their fields, so `instanceof` would refuse what it can read. */
function isUrl(source: unknown): source is URL {
  return typeof source === 'object' && source !== null && 'href' in source && 'protocol' in source;
}
