import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';

export const ALERTMANAGER = fileURLToPath(new URL('../../alertmanager/', import.meta.url));

/** The routing key that the receiver of PagerDuty gets; a real one has as many characters. */
export const ROUTING_KEY = 'a'.repeat(32);

interface Route {
  group_wait?: string;
  group_interval?: string;
  readonly group_by?: readonly string[];
  readonly routes?: readonly Route[];
}

interface Receiver {
  readonly name: string;
  readonly slack_configs?: readonly { api_url_file: string }[];
  readonly pagerduty_configs?: readonly { routing_key_file: string; url?: string }[];
}

interface Config {
  templates: string[];
  readonly route: Route;
  readonly receivers: readonly Receiver[];
}

/** The configuration of Alertmanager as it is checked in. */
export function readConfig(): Config {
  return parse(readFileSync(join(ALERTMANAGER, 'alertmanager.yml'), 'utf8')) as Config;
}

/**
 * Writes the checked-in configuration with what no test can have of it changed: where its files and its receivers are, and
 * how long a group waits.
 *
 * @param folder - for the files that it names
 * @returns the path of the configuration
 */
export function writeLocalConfig(
  folder: string,
  {
    slackUrl,
    pagerdutyUrl,
    groupWait,
    groupInterval,
  }: { slackUrl: string; pagerdutyUrl: string; groupWait: string; groupInterval: string },
): string {
  const config = readConfig();
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  config.templates = [join(ALERTMANAGER, '*.tmpl')];
  const hurry = (route: Route): void => {
    route.group_wait = groupWait;
    route.group_interval = groupInterval;
    route.routes?.forEach(hurry);
  };
  hurry(config.route);
  for (const { slack_configs = [], pagerduty_configs = [] } of config.receivers) {
    for (const each of slack_configs) each.api_url_file = file('slack-webhook-url', slackUrl);
    for (const each of pagerduty_configs) {
      each.routing_key_file = file('pagerduty-routing-key', ROUTING_KEY);
      each.url = pagerdutyUrl;
    }
  }
  return file('alertmanager.yml', stringify(config));
}
