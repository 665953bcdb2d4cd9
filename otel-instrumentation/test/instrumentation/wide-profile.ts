/** A profile of a model that takes `width` numbers and answers with one. */
export function wideProfile(name: string, width: number) {
  const score = { edges: [0.5], counts: [1, 1], mean: 0.5, standardDeviation: 0.3, minimum: 0, maximum: 1 };
  return {
    schemaVersion: 1,
    model: { name, version: '1' },
    createdAt: '2026-01-31T12:00:00Z',
    rows: 2,
    features: Array.from({ length: width }, (_, i) => ({ kind: 'numeric', name: `x${i}`, missing: 0, ...score })),
    prediction: { kind: 'regression', score },
    groups: [],
  };
}
