import { readFileSync } from 'node:fs';
import { checkNode, UnsupportedNode } from '../../src/commands/check-node.ts';

const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  engines: { node: string };
};

test('the oldest Node is the one that the package names', () => {
  const oldest = engines.node.replace('>=', '');
  expect(() => checkNode(`${oldest}.0`)).not.toThrow();
  const [major = 0, minor = 0] = oldest.split('.').map(Number);
  expect(() => checkNode(`${major}.${minor - 1}.0`)).toThrow(UnsupportedNode);
});

test.each(['24.0.0', '26.10.1', process.versions.node])('%s is new enough', (version) => {
  expect(() => checkNode(version)).not.toThrow();
});

test('an old Node is named, with what to use', () => {
  expect(() => checkNode('20.20.2')).toThrow('Node 20.20.2 is too old: use Node 22.15 or later.');
});
