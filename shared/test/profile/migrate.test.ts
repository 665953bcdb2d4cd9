import { migrateProfile } from '../../src/profile/migrate.ts';
import { ProfileError } from '../../src/profile/profile-error.ts';
import { PROFILE_SCHEMA_VERSION } from '../../src/profile/schema.ts';
import { exampleProfile } from './example-profile.ts';

test('a profile of the present version stays as it is', () => {
  const profile = exampleProfile();
  expect(migrateProfile(profile)).toBe(profile);
  expect(profile.schemaVersion).toBe(PROFILE_SCHEMA_VERSION);
});

test.each([
  ['no object', 'text'],
  ['nothing', null],
  ['no version', { rows: 1 }],
  ['a version that is no number', { schemaVersion: 'one' }],
  ['a version that is not whole', { schemaVersion: 1.5 }],
  ['a version before the first', { schemaVersion: 0 }],
])('%s is left for the schema to refuse', (_what, json) => {
  expect(migrateProfile(json)).toBe(json);
});

test('a later version is refused with what to do', () => {
  const later = PROFILE_SCHEMA_VERSION + 1;
  const migrate = () => migrateProfile({ schemaVersion: later });
  expect(migrate).toThrow(ProfileError);
  expect(migrate).toThrow(`schemaVersion is ${later}, and this release of Driftline reads up to ${later - 1}: update`);
});
