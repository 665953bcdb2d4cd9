import type { z } from 'zod';
import { likelyName } from '../conventions/similar-names.ts';
import { MEASURES } from '../measures/registry.ts';
import type { Fault } from './fault.ts';
import { ALERT_CONFIG_VERSION, alertConfigSchema, limitsSchema, modelSchema } from './schema.ts';

type Issue = z.core.$ZodIssue;

const DEFAULTS = alertConfigSchema.shape.defaults.unwrap().shape;

const MEASURE_IDS: readonly string[] = MEASURES.map(({ id }) => id);

/** What the schema has to say about a file, as sentences with something to write instead. */
export function schemaFaults(json: unknown): Fault[] {
  const result = alertConfigSchema.safeParse(json, { reportInput: true });
  return result.success ? [] : result.error.issues.flatMap((issue) => faultsOf(issue));
}

function faultsOf(issue: Issue, above: readonly PropertyKey[] = []): Fault[] {
  const path = [...above, ...issue.path];
  const field = path[path.length - 1];
  if (isMissing(issue) && field !== undefined) {
    const what = field === 'schemaVersion' ? `write schemaVersion: ${ALERT_CONFIG_VERSION}` : 'give it';
    return [{ path, what: `is missing: ${what}` }];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], what: unknownKey(key, path), isKey: true }));
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path, what: message, isKey: true }));
    case 'invalid_union': {
      // The alternative whose kind was meant, if there is one, says more than all together.
      const meant = issue.errors.find((issues) => issues.every((each) => each.path.length > 0 || !isOfKind(each)));
      return meant === undefined ? [{ path, what: issue.message }] : meant.flatMap((each) => faultsOf(each, path));
    }
    case 'invalid_type':
      return [{ path, what: /^Invalid input/.test(issue.message) ? wrongType(issue) : issue.message }];
    default:
      return [{ path, what: issue.message }];
  }
}

const isOfKind = ({ code }: Issue): boolean => code === 'invalid_type' || code === 'invalid_value';

const isMissing = (issue: Issue): boolean => isOfKind(issue) && issue.input === undefined;

function wrongType({ expected }: z.core.$ZodIssueInvalidType): string {
  return `is no ${KINDS[expected] ?? expected}`;
}

/** What is expected, and how to write it. */
const KINDS: Readonly<Record<string, string>> = {
  object: 'list of fields: indent them below it, or leave it out',
  record: 'list of names: indent them below it, or leave it out',
  string: 'text: put it in quotes',
  boolean: 'truth value: write true or false',
};

function unknownKey(key: string, path: readonly PropertyKey[]): string {
  const known = knownKeys(path);
  const isOfMeasures = known === MEASURE_IDS;
  const what = isOfMeasures ? 'is no measure' : 'is not known here';
  if (path.length < 2 && key in DEFAULTS) return `${what}: write it under defaults, or under one of the models`;
  if (path.length < 2 && key in modelSchema.shape) return `${what}: write it under one of the models`;
  const likely = likelyName(key, known, 1);
  if (likely !== undefined) return `${what}: did you mean ${likely}?`;
  if (!isOfMeasures && MEASURE_IDS.includes(key)) return `${what}, since it is a measure: write it under limits`;
  return `${what}: choose one of ${known.join(', ')}`;
}

function knownKeys(path: readonly PropertyKey[]): readonly string[] {
  const [first] = path;
  if (first === undefined) return Object.keys(alertConfigSchema.shape);
  const inside = path.slice(first === 'models' ? 2 : 1);
  if (inside.length === 0) {
    return Object.keys(first === 'models' ? modelSchema.shape : DEFAULTS);
  }
  // limits by measure, or features by name and then measure; below a measure its limits.
  const ofMeasures = inside[0] === 'features' ? 2 : 1;
  return inside.length === ofMeasures ? MEASURE_IDS : Object.keys(limitsSchema.shape);
}
