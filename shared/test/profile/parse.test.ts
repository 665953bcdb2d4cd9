import { parseProfile } from '../../src/profile/parse.ts';
import { ProfileError } from '../../src/profile/profile-error.ts';
import type { NumericReference } from '../../src/profile/schema.ts';
import { exampleProfile } from './example-profile.ts';

test('a valid profile survives its way through JSON', () => {
  const profile = exampleProfile();
  expect(parseProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
});

type Spoil = (profile: ReturnType<typeof exampleProfile>) => void;
const age = (profile: ReturnType<typeof exampleProfile>) => profile.features[0] as NumericReference;

test.each<[string, Spoil]>([
  ['features[0].edges must rise strictly from one edge to the next.', (p) => age(p).edges.reverse()],
  ['features[0].counts must have exactly one entry more than edges.', (p) => age(p).counts.pop()],
  ['features[0].counts[1] must not be negative.', (p) => (age(p).counts[1] = -1)],
  ['features[0].counts[1] must be a whole number.', (p) => (age(p).counts[1] = 1.5)],
  ['features[0].name must not be empty.', (p) => (age(p).name = '')],
  ['features must not name the same feature twice.', (p) => (age(p).name = 'workclass')],
  ['rows must be at least 1.', (p) => (p.rows = 0)],
  [
    'groups[0].privileged must be one of the values.',
    (p) => ((p.groups[0] as { privileged: string }).privileged = 'X'),
  ],
  [
    'prediction.favorable must be one of the classes.',
    (p) => ((p.prediction as { favorable: string }).favorable = 'X'),
  ],
  [
    'features[1].categories must not contain "other"',
    (p) => ((p.features[1] as { categories: string[] }).categories = ['Private', 'other']),
  ],
])('%s', (sentence, spoil) => {
  const profile = exampleProfile();
  spoil(profile);
  expect(() => parseProfile(profile)).toThrow(ProfileError);
  expect(() => parseProfile(profile)).toThrow(sentence);
});

test.each([undefined, null, 42, 'text', [], {}, { schemaVersion: 'one' }])('refuses %j', (json) => {
  expect(() => parseProfile(json)).toThrow(ProfileError);
});

test('a profile of a later release says which release to take', () => {
  expect(() => parseProfile({ ...exampleProfile(), schemaVersion: 2 })).toThrow(
    /schemaVersion is 2.*update @driftline\/otel/,
  );
});
