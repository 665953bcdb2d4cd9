import type { ReferenceProfile } from '../../src/profile/schema.ts';

/** A small valid profile, new at each call, so that a test may spoil it. */
export function exampleProfile(): ReferenceProfile {
  return {
    schemaVersion: 1,
    model: { name: 'income', version: '1.0.0' },
    createdAt: '2026-01-31T12:00:00Z',
    rows: 100,
    features: [
      {
        kind: 'numeric',
        name: 'age',
        edges: [25, 35.5, 61],
        counts: [10, 20, 30, 20],
        missing: 20,
        mean: 40,
        standardDeviation: 13,
        minimum: 17,
        maximum: 90,
      },
      {
        kind: 'categorical',
        name: 'workclass',
        categories: ['Private', 'State-gov'],
        counts: [60, 30],
        other: 10,
        missing: 0,
      },
    ],
    prediction: { kind: 'classification', classes: ['<=50K', '>50K'], counts: [75, 25], favorable: '>50K' },
    groups: [{ attribute: 'sex', values: ['Female', 'Male'], privileged: 'Male' }],
  };
}
