/** A profile with every kind of field, a new one at each call so that a test may change it. */
export function exampleProfile(name = 'income') {
  return {
    schemaVersion: 1,
    model: { name, version: '1' },
    createdAt: '2026-01-31T12:00:00Z',
    rows: 100,
    features: [
      {
        kind: 'numeric',
        name: 'age',
        edges: [25, 35, 61],
        counts: [10, 20, 30, 20],
        missing: 20,
        mean: 40,
        standardDeviation: 13,
        minimum: -5,
        maximum: 90,
      },
      {
        kind: 'categorical',
        name: 'work',
        categories: ['Private', 'State', '7'],
        counts: [60, 25, 5],
        other: 10,
        missing: 0,
      },
    ],
    prediction: { kind: 'classification', classes: ['no', 'yes'], counts: [75, 25], favorable: 'yes' },
    groups: [{ attribute: 'sex', values: ['Female', 'Male'] }],
  };
}
