import { defineConfig, devices } from '@playwright/test';
import type { PluginOptions } from '@grafana/plugin-e2e';

const URL = 'http://127.0.0.1:3000';
const CI = process.env['CI'] !== undefined;

/**
 * Tests in a real Grafana: what compose starts, of the version in GRAFANA_VERSION. Everybody is an administrator there, so
 * that no test signs in.
 */
export default defineConfig<PluginOptions>({
  testDir: '.',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  forbidOnly: CI,
  // Models have a minute to reach 200 predictions, and queries run in the background meanwhile.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  retries: CI ? 1 : 0,
  reporter: CI ? [['github'], ['html', { open: 'never' }]] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL: URL,
    trace: 'retain-on-failure',
    provisioningRootDir: '../../provisioning/grafana',
  },
  webServer: {
    command: 'docker compose up',
    cwd: '../..',
    url: `${URL}/api/health`,
    reuseExistingServer: true,
    // The back end is built with Go first.
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
  },
});
