import { diag } from '@opentelemetry/api';
import { parseProfile, type ReferenceProfile } from '@driftline/shared';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { exampleProfile } from '../example-profile.ts';

/** A profile of so many rows, which tell one training from another. */
const trained = (rows: number, version = '1', createdAt = '2026-01-31T12:00:00Z'): ReferenceProfile =>
  parseProfile({ ...exampleProfile(), rows, createdAt, model: { name: 'income', version } });

let warn: jest.SpyInstance;

beforeEach(() => {
  warn = jest.spyOn(diag, 'warn').mockImplementation();
});

afterEach(() => jest.restoreAllMocks());

const SENTENCE =
  /^driftline: the profile of income changed \([0-9a-f]{8} to [0-9a-f]{8}\), and its version is still 1: .+ `driftline profile --model-version`/;

/** Both ways in which a profile takes the place of another one: {@link createMonitor}, and the monitor itself. */
const replacing: [string, () => (profile: ReferenceProfile) => void][] = [
  [
    'createMonitor',
    () => {
      const registry = new ModelRegistry();
      createMonitor(trained(100), { registry });
      return (profile) => void createMonitor(profile, { registry });
    },
  ],
  [
    'replaceProfile',
    () => {
      const monitor = createMonitor(trained(100), { registry: new ModelRegistry() });
      return (profile) => monitor.replaceProfile(profile);
    },
  ],
];

describe.each(replacing)('%s', (_how, start) => {
  test('another profile under the same version is warned about once', () => {
    const replace = start();
    replace(trained(200));
    expect(warn.mock.calls).toEqual([[expect.stringMatching(SENTENCE)]]);
    replace(trained(300));
    replace(trained(200));
    expect(warn).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['the same profile, written again', trained(100, '1', '2027-01-31T12:00:00Z')],
    ['another version', trained(200, '2')],
  ])('%s is not', (_what, profile) => {
    start()(profile);
    expect(warn).not.toHaveBeenCalled();
  });
});
