import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** What the secrets of notifications and of Grafana look like. */
const SECRETS: Readonly<Record<string, RegExp>> = {
  'a webhook of Slack': /hooks\.slack\.com\/services\/[A-Z0-9]/,
  'a token of Slack': /xox[abposr]-[\w-]{10}/,
  'a routing key of PagerDuty': /\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{32}\b/,
  'a token of Grafana': /\bglsa_\w{10}|\bglc_\w{10}/,
  'a password': /^[ \t]*[\w.-]*(?:password|secret)[\w.-]*[ \t]*[:=][ \t]*["']?(?!["'$\s#])[^\s#]/im,
};

const files = globSync(['.env', 'docker-compose.yml', 'provisioning/**/*'], {
  cwd: ROOT,
  exclude: ['**/node_modules', '**/.types', '**/test', '**/src'],
  withFileTypes: true,
}).filter((entry) => entry.isFile());

test('each kind of secret would be seen', () => {
  const examples = [
    `https://hooks.slack.com/services/${'T0'}/B0/x`,
    `xoxb-${'1'.repeat(12)}`,
    'a1'.repeat(16),
    `glsa_${'a'.repeat(12)}`,
    'admin_password: admin',
  ];
  const seen = examples.map((text) => Object.values(SECRETS).filter((secret) => secret.test(text)).length);
  expect(seen).toEqual([1, 1, 1, 1, 1]);
  expect(SECRETS['a password']?.test('  basicAuthPassword: $PROMETHEUS_PASSWORD')).toBe(false);
});

test('nothing that is provisioned holds a secret', () => {
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap(({ parentPath, name }) => {
    const text = readFileSync(join(parentPath, name), 'utf8');
    return Object.entries(SECRETS)
      .filter(([, secret]) => secret.test(text))
      .map(([what]) => `${name} holds ${what}`);
  });
  expect(found).toEqual([]);
});
