import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const text = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

/** A route of Alertmanager, as far as Driftline's configuration uses it. */
interface Route {
  readonly receiver: string;
  readonly matchers?: readonly string[];
  readonly group_by?: readonly string[];
  readonly routes?: readonly Route[];
  readonly [setting: string]: unknown;
}

interface Receiver {
  readonly name: string;
  readonly slack_configs?: readonly [Readonly<Record<string, string>>];
  readonly pagerduty_configs?: readonly [Readonly<Record<string, string>> & { readonly details: object }];
}

interface Config {
  readonly route: Route & { readonly routes: readonly [Route] };
  readonly time_intervals: readonly object[];
  readonly receivers: readonly Receiver[];
}

const readConfig = (): Config => parse(text('alertmanager/alertmanager.yml')) as Config;

/** Alertmanager's configuration with nobody to send to: it groups and inhibits, and needs no secret. */
export function withoutReceivers(): object {
  const config = readConfig();
  return { ...config, receivers: config.receivers.map(({ name }) => ({ name })) };
}

/**
 * The same routes and messages as a provisioning file of Grafana. The secrets are variables of its environment. Grafana has
 * no inhibition by file; the warning rules leave out what is beyond the critical limit.
 */
export function grafanaNotifications(): object {
  const { route, time_intervals, receivers } = readConfig();
  return {
    apiVersion: 1,
    contactPoints: receivers.flatMap(contactPointOf),
    // The tree of an organization is one: everything that is not Driftline's goes to Slack as well.
    policies: [{ orgId: 1, receiver: 'driftline-slack', routes: route.routes.map(policyOf) }],
    templates: [
      {
        orgId: 1,
        name: 'driftline',
        template: `${text('alertmanager/driftline.tmpl')}\n${text('grafana/notifications/links.tmpl')}`,
      },
    ],
    muteTimes: time_intervals.map((each) => ({ orgId: 1, ...each })),
  };
}

const grafanaName = (receiver: string): string => `driftline-${receiver}`;

function contactPointOf({ name, slack_configs, pagerduty_configs }: Receiver): object[] {
  const at = (receiver: object) => [
    { orgId: 1, name: grafanaName(name), receivers: [{ uid: grafanaName(name), ...receiver }] },
  ];
  if (slack_configs !== undefined) {
    const [{ title, text: body }] = slack_configs;
    return at({ type: 'slack', settings: { url: '$SLACK_WEBHOOK_URL', title, text: body } });
  }
  if (pagerduty_configs !== undefined) {
    const [{ severity, description, client, client_url, component, group, class: kind, details }] = pagerduty_configs;
    return at({
      type: 'pagerduty',
      settings: {
        integrationKey: '$PAGERDUTY_ROUTING_KEY',
        severity,
        summary: description,
        client,
        client_url,
        component,
        group,
        class: kind,
        details,
      },
    });
  }
  return [];
}

/** A matcher as Grafana has it: name, operator and value apart. */
function policyOf({ receiver, matchers = [], routes = [], ...settings }: Route): object {
  return {
    receiver: grafanaName(receiver),
    object_matchers: matchers.map((matcher) => {
      const { name, operator, value } =
        /^(?<name>\w+)(?<operator>=~|!~|!=|=)"(?<value>.*)"$/.exec(matcher)?.groups ?? {};
      return [name, operator, value];
    }),
    ...settings,
    ...(routes.length === 0 ? {} : { routes: routes.map(policyOf) }),
  };
}

/** The data sources of Grafana, on the store that the environment names. */
export function ownStoreDataSources(): string {
  const url = 'url: $STORE_URL';
  return text('grafana/datasources/driftline.yaml').replace(/^( +)url: http:\/\/prometheus:9090$/gm, `$1${url}`);
}
