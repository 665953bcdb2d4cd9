import { parseProfile } from '@driftline/shared';
import { describeProfile } from '../../src/inspect/describe-profile.ts';
import { profileIdOf } from '../../src/recorder/profile-id.ts';
import { exampleProfile } from '../example-profile.ts';

test('a profile as text', () => {
  const profile = parseProfile({ ...exampleProfile(), performance: { accuracy: 0.8695 } });
  expect(describeProfile(profile)).toBe(`income 1: 100 rows, written 2026-01-31, profile ${profileIdOf(profile)}

age (numeric): -5 to 90, mean 40 ± 13, 20.0 % missing
  ≤25                       12.5 % ███▌
  (25, 35]                  25.0 % ███████
  (35, 61]                  37.5 % ██████████▌
  >61                       25.0 % ███████

work (categorical): 3 categories
  Private                   60.0 % ████████████████▊
  State                     25.0 % ███████
  7                          5.0 % █▍
  other                     10.0 % ██▊

The model predicts classes; the favorable one is yes
  no                        75.0 % █████████████████████
  yes                       25.0 % ███████
  other                      0.0 %

Groups
  sex                      Female, Male

Baseline performance
  accuracy                 0.8695
`);
});

test('no line is wider than a terminal', () => {
  const long = 'x'.repeat(100);
  const profile = parseProfile({
    ...exampleProfile(),
    prediction: { kind: 'classification', classes: [long], counts: [1] },
    groups: [{ attribute: long.slice(0, 90), values: Array.from({ length: 40 }, (_, i) => `group ${i}`) }],
  });
  const widths = describeProfile(profile)
    .split('\n')
    .map((line) => line.length);
  expect(Math.max(...widths)).toBeLessThanOrEqual(80);
});
