import type { FeatureReference, ReferenceProfile } from '@driftline/shared';

/** What a missing value may be, in any feature. */
const MISSING = 'null | undefined';

/**
 * A profile as TypeScript declarations: `Features`, the values of a row by name; `Classes`, the predicted classes; and
 * `Groups`, the groups by attribute. With `createMonitor<Features>`, a wrong name does not compile.
 */
export function profileTypes(profile: ReferenceProfile): string {
  const { model, features, excluded = [], groups, prediction, segments = [] } = profile;
  const known = new Set(features.map(({ name }) => name));
  const attributes = new Set([
    ...groups.flatMap(({ attribute, of }) => of ?? [attribute]),
    ...segments.map(({ attribute }) => attribute),
  ]);
  const others = [...new Set([...attributes, ...excluded])].filter((name) => !known.has(name));
  const classes = prediction?.kind === 'classification' ? prediction.classes : undefined;
  return [
    `// Written by \`driftline types\` from the profile of ${literal(model.name)}, version ${literal(model.version)}.`,
    '',
    '/** Values of a row by feature name. What the profile leaves out, and groups that are no features, are optional. */',
    'export interface Features {',
    ...features.map((feature) => `  ${key(feature.name)}: ${valueOf(feature)};`),
    ...others.map((name) => `  ${key(name)}?: unknown;`),
    '}',
    '',
    '/** What the model predicts. */',
    `export type Classes = ${classes === undefined ? (prediction === undefined ? 'never' : 'number') : unionOf(classes)};`,
    '',
    '/** Groups of people by attribute. */',
    'export interface Groups {',
    ...groups.map(({ attribute, values }) => `  ${key(attribute)}: ${unionOf(values)};`),
    '}',
    '',
  ].join('\n');
}

/** A category may be any, since those that the training data lacks are counted as unseen. */
function valueOf(feature: FeatureReference): string {
  if (feature.kind === 'categorical') return `string | number | bigint | boolean | Date | ${MISSING}`;
  const mayBeTruth = feature.minimum >= 0 && feature.maximum <= 1;
  return `number | bigint | ${mayBeTruth ? 'boolean | ' : ''}${MISSING}`;
}

function unionOf(labels: readonly string[]): string {
  return labels.map(literal).join(' | ');
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

/** A text as a literal that no character can end, in code and in a comment of one line. */
function literal(text: string): string {
  return JSON.stringify(text).replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`,
  );
}
