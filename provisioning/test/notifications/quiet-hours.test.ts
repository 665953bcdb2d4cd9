import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { findTool } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const CONFIG = parse(/<!-- alertmanager: quiet hours -->\s*```yaml\n([\s\S]*?)```/.exec(README)?.[1] ?? '') as {
  readonly time_intervals: object[];
  readonly route: object;
};

describeWithStore('alertmanager', 'quiet hours as the README has them', () => {
  test('hold back that a model has no traffic, and nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftline-quiet-hours-'));
    const file = join(folder, 'alertmanager.yml');
    const amtool = await findTool('amtool');
    const routeOf = (...labels: string[]): string =>
      execFileSync(amtool, ['config', 'routes', 'test', `--config.file=${file}`, ...labels], { encoding: 'utf8' });
    try {
      const receivers = ['all', 'pagerduty'].map((name) => ({ name }));
      writeFileSync(file, stringify({ ...CONFIG, route: { receiver: 'all', ...CONFIG.route }, receivers }));
      expect(execFileSync(amtool, ['check-config', file], { encoding: 'utf8' })).toContain('SUCCESS');
      expect(routeOf('driftline_measure=no-traffic', 'ml_model_name=pricing')).toContain('pagerduty');
      expect(routeOf('driftline_measure=no-traffic', 'ml_model_name=income')).toContain('all');
      expect(routeOf('driftline_measure=psi', 'ml_model_name=pricing')).toContain('all');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
