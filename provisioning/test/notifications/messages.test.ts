import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { findTool } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { ALERTMANAGER, readConfig } from './local-config.ts';
import { MESSAGES } from './notified-alerts.ts';
import { render } from './render.ts';
import { templatesIn } from './templates-in.ts';

const config = readConfig();
const groupBy = config.route.routes?.[0]?.group_by ?? [];

describeWithStore('alertmanager', 'the messages of Alertmanager', () => {
  test.each(Object.entries(MESSAGES))('%s', async (_, alerts) => {
    const severity = alerts[0]?.labels['severity'];
    const receiver = config.receivers.find(({ name }) => name === (severity === 'critical' ? 'pagerduty' : 'slack'));
    const slack = config.receivers.find(({ name }) => name === 'slack');
    // What Slack would say is shown of critical alerts as well: a team may send both there.
    const texts = { ...templatesIn(slack), ...templatesIn(receiver) };
    const files = [join(ALERTMANAGER, '*.tmpl')];
    const options = { groupBy, externalUrl: 'https://alertmanager.example.org' };
    expect(await render(files, texts, alerts, options)).toMatchSnapshot();
  });
});

describeWithStore('alertmanager', 'amtool', () => {
  const check = (content: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'driftline-amtool-'));
    try {
      writeFileSync(join(folder, 'alertmanager.yml'), content);
      return execFileSync(amtool, ['check-config', join(folder, 'alertmanager.yml')], { encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  /** With the templates of this repository in place of those of an image. */
  const local = (text: string): string =>
    stringify({ ...(parse(text) as object), templates: [join(ALERTMANAGER, '*.tmpl')] });
  const text = readFileSync(join(ALERTMANAGER, 'alertmanager.yml'), 'utf8');
  let amtool: string;

  beforeAll(async () => {
    amtool = await findTool('amtool');
  });

  test('accepts the configuration', () => {
    const found = check(local(text));
    expect(found).toContain('SUCCESS');
    expect(found).toContain('1 templates');
  });

  test('accepts it with what is commented out', () => {
    const muted = text.replace(/# (mute_time_intervals:)/, '$1');
    expect(muted).not.toBe(text);
    expect(check(local(muted))).toContain('SUCCESS');
  });

  test.each([
    ['a critical alert', { driftline: 'drift', severity: 'critical' }, 'pagerduty'],
    ['a warning', { driftline: 'fairness', severity: 'warning' }, 'slack'],
    ['an alert of somebody else', { severity: 'critical' }, 'nobody'],
  ])('routes %s', (_, labels, receiver) => {
    const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
    const file = join(ALERTMANAGER, 'alertmanager.yml');
    const routed = execFileSync(amtool, ['config', 'routes', 'test', `--config.file=${file}`, ...pairs], {
      encoding: 'utf8',
    });
    expect(routed.trim()).toBe(receiver);
  });
});
