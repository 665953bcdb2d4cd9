import { identifierHash } from '../../src/alerts/identifier-hash.ts';

// Test vectors of FNV-1a with 64 bits, as Noll published them.
test.each([
  ['', 0xcbf29ce484222325n],
  ['a', 0xaf63dc4c8601ec8cn],
  ['foobar', 0x85944171f73967e8n],
])('%j has the published hash', (text, hash) => {
  expect(identifierHash(text)).toBe(hash.toString(36).slice(-10));
});

test('texts of any kind have one', () => {
  const hashes = ['größe', 'grosse', '\ud800', 'a b', 'a+b'].map(identifierHash);
  for (const hash of hashes) expect(hash).toMatch(/^[a-z0-9]{10}$/);
  expect(new Set(hashes).size).toBe(hashes.length);
});
