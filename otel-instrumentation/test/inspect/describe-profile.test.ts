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

test('texts that are kept as written, and texts that mean missing, are named', () => {
  const { features, ...example } = exampleProfile();
  const text = describeProfile(
    parseProfile({
      ...example,
      missingValues: ['-999', 'n/a'],
      features: features.map((each) => (each.kind === 'categorical' ? { ...each, labels: 'verbatim' } : each)),
    }),
  );
  expect(text).toContain('\nwork (categorical): 3 categories, texts as written\n');
  expect(text).toContain('\nRead as missing, like null and the empty text\n  "-999", "n/a"\n');
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

test('every text that will leave the process is shown whole, and the columns that are left out', () => {
  const texts = (what: string, count: number): string[] =>
    Array.from(
      { length: count },
      (_, i) => `${what} number ${i} ${'of a long and telling name '.repeat(i % 5)}end ${i}`,
    );
  const categories = texts('category', 60);
  const classes = texts('class', 15);
  const groups = texts('group', 30);
  const excluded = ['email', ...texts('column', 20)];
  const profile = parseProfile({
    ...exampleProfile(),
    features: [
      { kind: 'categorical', name: 'c', categories, counts: categories.map(() => 1), other: 3, missing: 0 },
      {
        ...{ kind: 'numeric', name: 'n', edges: [1, 2], counts: [40, 30, 20], missing: 5, invalid: 5 },
        ...{ outliers: { limit: 4, rows: 2 }, mean: 1, standardDeviation: 1, minimum: 0, maximum: 9 },
      },
    ],
    prediction: { kind: 'classification', classes },
    groups: [{ attribute: 'unit', values: groups }],
    excluded,
  });
  const text = describeProfile(profile);
  // Lines are divided at spaces.
  const words = text.replace(/\s+/g, ' ');
  for (const each of [...categories, ...classes, ...groups, ...excluded]) expect(words).toContain(each);
  expect(words).toContain('5.0 % missing, 5.0 % invalid, 2.0 % beyond 4 standard deviations');
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('a text without spaces loses nothing either', () => {
  const long = Array.from({ length: 190 }, (_, i) => String.fromCharCode(97 + (i % 26))).join('');
  const profile = parseProfile({
    ...exampleProfile(),
    features: [{ kind: 'categorical', name: 'c', categories: [long], counts: [1], other: 0, missing: 0 }],
  });
  expect(describeProfile(profile).replace(/\s+/g, '')).toContain(long);
});
