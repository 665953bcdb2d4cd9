import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findTool } from '@driftline/local-store';

/** An alert as a notification template sees it. */
export interface NotifiedAlert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly startsAt: string;
  /** Of an alert that is over. */
  readonly endsAt?: string;
}

/** Between the texts of one message. */
const BETWEEN = '\u0001';

/**
 * Renders the texts of a message about some alerts, as Alertmanager would.
 *
 * @param templates - files that define templates
 * @param texts - of the message's fields, by name
 * @param groupBy - labels by which the alerts were grouped
 */
export async function render<K extends string>(
  templates: readonly string[],
  texts: Readonly<Record<K, string>>,
  alerts: readonly NotifiedAlert[],
  { groupBy, externalUrl }: { groupBy: readonly string[]; externalUrl: string },
): Promise<Record<K, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'driftline-render-'));
  try {
    const data = join(folder, 'data.json');
    await writeFile(data, JSON.stringify(dataOf(alerts, groupBy, externalUrl)));
    const { stdout } = await promisify(execFile)(await findTool('amtool'), [
      'template',
      'render',
      ...templates.map((file) => `--template.glob=${file}`),
      `--template.data=${data}`,
      `--template.text=${Object.values(texts).join(BETWEEN)}`,
    ]);
    const rendered = stdout.split(BETWEEN);
    return Object.fromEntries(Object.keys(texts).map((name, i) => [name, rendered[i] ?? ''])) as Record<K, string>;
  } finally {
    await rm(folder, { recursive: true });
  }
}

function dataOf(alerts: readonly NotifiedAlert[], groupBy: readonly string[], externalURL: string): object {
  const first = alerts[0]?.labels ?? {};
  return {
    receiver: 'test',
    status: alerts.some(({ endsAt }) => endsAt === undefined) ? 'firing' : 'resolved',
    externalURL,
    groupLabels: Object.fromEntries(
      groupBy.flatMap((name) => (first[name] === undefined ? [] : [[name, first[name]]])),
    ),
    commonLabels: commonOf(alerts.map(({ labels }) => labels)),
    commonAnnotations: commonOf(alerts.map(({ annotations }) => annotations)),
    alerts: alerts.map((alert) => ({
      ...alert,
      status: alert.endsAt === undefined ? 'firing' : 'resolved',
      endsAt: alert.endsAt ?? '0001-01-01T00:00:00Z',
    })),
  };
}

function commonOf(all: readonly Readonly<Record<string, string>>[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all[0] ?? {}).filter(([name, value]) => all.every((each) => each[name] === value)),
  );
}
