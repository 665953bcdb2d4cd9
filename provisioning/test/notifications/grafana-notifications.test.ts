import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describeWithStore } from '@driftline/local-store/testing';
import { readConfig } from './local-config.ts';
import { MESSAGES } from './notified-alerts.ts';
import { render } from './render.ts';
import { templatesIn } from './templates-in.ts';

interface Policy {
  readonly receiver: string;
  readonly object_matchers?: readonly (readonly [string, string, string])[];
  readonly mute_time_intervals?: readonly string[];
  readonly group_by?: readonly string[];
  readonly routes?: readonly Policy[];
}

interface Notifications {
  readonly contactPoints: readonly {
    readonly name: string;
    readonly receivers: readonly { readonly uid: string; readonly type: string; readonly settings: object }[];
  }[];
  readonly policies: readonly [Policy];
  readonly templates: readonly [{ readonly template: string }];
  readonly muteTimes: readonly { readonly name: string }[];
}

const text = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const { contactPoints, policies, templates, muteTimes } = parse(
  text('provisioning/grafana/notifications/driftline.yaml'),
) as Notifications;
const receivers = contactPoints.flatMap((point) => point.receivers);

const policiesBelow = (policy: Policy): Policy[] => [policy, ...(policy.routes ?? []).flatMap(policiesBelow)];

test('every policy has a contact point, and the routes are those of Alertmanager', () => {
  const all = policiesBelow(policies[0]);
  for (const { receiver } of all) expect(contactPoints.map(({ name }) => name)).toContain(receiver);
  expect(all[1]).toMatchObject({
    receiver: 'driftline-slack',
    object_matchers: [['driftline', '=~', '.+']],
    group_by: readConfig().route.routes?.[0]?.group_by,
  });
  expect(all[2]).toMatchObject({ receiver: 'driftline-pagerduty', object_matchers: [['severity', '=', 'critical']] });
  expect(muteTimes.map(({ name }) => name)).toEqual(['nights-and-weekends']);
});

test('the secrets are variables, which compose passes on', () => {
  const compose = parse(text('docker-compose.yml'), { merge: true }) as {
    services: { grafana: { environment: Record<string, string> } };
  };
  const used = [...JSON.stringify(receivers).matchAll(/\$(\w+)/g)].map(([, name]) => name);
  expect(used).toEqual(['SLACK_WEBHOOK_URL', 'PAGERDUTY_ROUTING_KEY']);
  expect(Object.keys(compose.services.grafana.environment)).toEqual(expect.arrayContaining(used));
});

test('templates call only what Alertmanager and Grafana both know', () => {
  const [{ template }] = templates;
  const actions = [...template.matchAll(/\{\{-?(.*?)-?\}\}/gs)].map(([, action]) => action as string);
  const words = actions
    .filter((action) => !action.trim().startsWith('/*'))
    // Texts, fields and variables are no functions.
    .flatMap((action) => action.replace(/"(?:[^"\\]|\\.)*"|[.$][\w.]*/g, ' ').match(/[a-zA-Z]\w*/g) ?? []);
  const go = ['define', 'template', 'if', 'else', 'end', 'with', 'range', 'true', 'false'];
  const functions = ['and', 'eq', 'gt', 'index', 'le', 'len', 'lt', 'printf', 'urlquery'];
  expect([...new Set(words)].filter((word) => ![...go, ...functions].includes(word))).toEqual(['reReplaceAll']);
});

describeWithStore('alertmanager', 'the messages of Grafana', () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-grafana-templates-'));
  const file = join(folder, 'driftline.tmpl');
  writeFileSync(file, templates[0].template);

  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(['one warning', 'two critical features, of which one is over'])('%s', async (name) => {
    const texts = Object.assign({}, ...receivers.map(({ type, settings }) => templatesIn(settings, type))) as Record<
      string,
      string
    >;
    const groupBy = policies[0].routes?.[0]?.group_by ?? [];
    const options = { groupBy, externalUrl: 'https://grafana.example.org/' };
    expect(await render([file], texts, MESSAGES[name] ?? [], options)).toMatchSnapshot();
  });
});
