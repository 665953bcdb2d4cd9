import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findTool, startAlertmanager } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { writeLocalConfig } from './local-config.ts';
import { startReceivers } from './receivers.ts';

const README = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const COMMANDS = /<!-- amtool -->\s*```sh\n([\s\S]*?)```/.exec(README)?.[1] ?? '';

describeWithStore('alertmanager', 'the commands of the README', () => {
  test('check the configuration and send a test alert to Slack', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftline-readme-'));
    const receivers = await startReceivers();
    const config = writeLocalConfig(folder, { ...receivers, groupWait: '1s', groupInterval: '1s' });
    const alertmanager = await startAlertmanager(config);
    try {
      const commands = COMMANDS.replaceAll('/etc/alertmanager/alertmanager.yml', config).replaceAll(
        'http://127.0.0.1:9093',
        alertmanager.url,
      );
      const PATH = `${dirname(await findTool('amtool'))}:${process.env['PATH'] ?? ''}`;
      const { stdout } = await promisify(execFile)('sh', ['-e', '-c', commands], { env: { ...process.env, PATH } });
      expect(stdout).toContain('SUCCESS');
      await waitUntil(
        'a message',
        () => receivers.slack.length,
        (count) => count > 0,
      );
      expect(receivers.slack[0]?.attachments[0]).toMatchObject({
        title: '[WARNING] test: Test',
        text: expect.stringContaining('This is a test') as unknown,
      });
      expect(receivers.refused).toEqual([]);
    } finally {
      await alertmanager.close();
      await receivers.close();
      rmSync(folder, { recursive: true });
    }
  });
});
