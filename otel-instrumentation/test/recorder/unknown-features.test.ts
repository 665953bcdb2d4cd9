import { diag } from '@opentelemetry/api';
import { parseProfile } from '@driftline/shared';
import { UnknownFeatures } from '../../src/recorder/unknown-features.ts';
import { WarnOnce } from '../../src/recorder/warn-once.ts';
import { exampleProfile } from '../example-profile.ts';

const unknownFeatures = () => new UnknownFeatures(parseProfile(exampleProfile()), new WarnOnce());

afterEach(() => jest.restoreAllMocks());

test('a feature and a group of the profile are known, others are named and warned of once', () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const unknown = unknownFeatures();
  for (let row = 0; row < 3; row++) unknown.inspect({ age: 1, work: 'State', sex: 'Male', wind: 3 });
  expect([...unknown.names]).toEqual(['wind']);
  expect(warn).toHaveBeenCalledTimes(1);
  expect(warn.mock.calls[0]?.[0]).toContain('feature "wind" is not in the profile');
});

test('a column that the profile leaves out is known', () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const profile = parseProfile({ ...exampleProfile(), excluded: ['email'] });
  const unknown = new UnknownFeatures(profile, new WarnOnce());
  unknown.inspect({ age: 1, email: 'a@example.com' });
  expect([unknown.names.size, warn.mock.calls.length]).toEqual([0, 0]);
});

test('a hundred rows are searched, fifty names are kept, and none is longer than 200 characters', () => {
  const unknown = unknownFeatures();
  unknown.inspect({ ['x'.repeat(1000)]: 1 });
  expect([...unknown.names]).toEqual(['x'.repeat(200)]);
  unknown.inspect(Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`column ${i}`, i])));
  expect(unknown.names.size).toBe(50);

  const late = unknownFeatures();
  for (let row = 0; row < 100; row++) late.inspect({ age: 1 });
  late.inspect({ wind: 3 });
  expect(late.names.size).toBe(0);
});

test.each([null, undefined, 'text', 1])('%p is no row', (row) => {
  const unknown = unknownFeatures();
  unknown.inspect(row);
  expect(unknown.names.size).toBe(0);
});
