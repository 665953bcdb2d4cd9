import { QueryError } from './query-error.ts';

type Kind = 'text' | 'number' | 'truth value' | 'object' | 'list of texts' | 'list of numbers' | 'list of objects';

/** What each field of a saved query holds. Fields that are not listed are the host's, and are left alone. */
const FIELDS: Readonly<Record<string, Kind>> = {
  measure: 'text',
  where: 'object',
  window: 'text',
  baseline: 'object',
  'baseline.offset': 'text',
  'baseline.version': 'text',
  'baseline.selector': 'text',
  of: 'object',
  'of.selector': 'text',
  'of.edges': 'list of numbers',
  'of.by': 'list of texts',
  'of.native': 'truth value',
  show: 'text',
  average: 'text',
  favorable: 'text',
  compare: 'text',
  privileged: 'text',
  quantile: 'number',
  minimumObservations: 'number',
  minimumGroupSize: 'number',
  significance: 'number',
  segment: 'object',
  'segment.name': 'text',
  'segment.values': 'list of texts',
  byReplica: 'truth value',
  resolvedBy: 'object',
  'resolvedBy.window': 'text',
  'resolvedBy.limit': 'number',
  'resolvedBy.supersededAt': 'number',
  batchModels: 'list of texts',
  schemaVersion: 'number',
  instant: 'truth value',
  format: 'text',
  utcOffsetSec: 'number',
  marks: 'text',
  severity: 'text',
  limit: 'number',
  labelFilters: 'list of objects',
  legend: 'text',
};

/** Fields without which an object of this kind means nothing. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  'of.kind histogram': ['of.selector', 'of.edges', 'of.by'],
  'baseline.kind earlier': ['baseline.offset'],
  'baseline.kind version': ['baseline.version'],
  'baseline.kind selector': ['baseline.selector'],
  resolvedBy: ['resolvedBy.window', 'resolvedBy.limit'],
};

/**
 * Refuses a saved query whose fields hold what no query holds: dashboards, rules and links are written by hand too.
 *
 * @throws {QueryError} that names the field
 */
export function checkShape(saved: unknown): asserts saved is Readonly<Record<string, unknown>> {
  if (!isObject(saved)) throw new QueryError(`The query is ${shown(saved)}: give an object such as {"measure":"psi"}.`);
  for (const [path, kind] of Object.entries(FIELDS)) {
    const value = valueAt(saved, path);
    if (value !== undefined && value !== null && !isKind(value, kind)) {
      throw new QueryError(`${path} is ${shown(value)}: give ${withArticle(kind)}.`);
    }
  }
  for (const parent of ['of', 'baseline', 'resolvedBy']) {
    const kind = valueAt(saved, `${parent}.kind`);
    const required = REQUIRED[kind === undefined ? parent : `${parent}.kind ${String(kind)}`] ?? [];
    if (!isObject(valueAt(saved, parent))) continue;
    const missing = required.find((path) => valueAt(saved, path) === undefined || valueAt(saved, path) === null);
    if (missing !== undefined)
      throw new QueryError(`${missing} is missing: give ${withArticle(FIELDS[missing] ?? 'text')}.`);
  }
}

function withArticle(kind: Kind): string {
  return `${kind === 'object' ? 'an' : 'a'} ${kind}`;
}

function isKind(value: unknown, kind: Kind): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'truth value':
      return typeof value === 'boolean';
    case 'object':
      return isObject(value);
    case 'list of texts':
      return Array.isArray(value) && value.every((each) => typeof each === 'string');
    case 'list of numbers':
      return Array.isArray(value) && value.every((each) => typeof each === 'number');
    case 'list of objects':
      return Array.isArray(value) && value.every(isObject);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(saved: Readonly<Record<string, unknown>>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isObject(value) && hasOwn(value, name) ? value[name] : undefined), saved);
}

/** A query may be called `constructor`, and its fields too. */
function hasOwn(value: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(value, name);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 80 ? text : `${text.slice(0, 77)}...`;
}
