/**
 * A service as a process of its own: records ten rows, says so, and goes on until it is ended. By its arguments:
 *
 * - `--own-handler`: handles SIGTERM, records ten more rows while it drains for two seconds, and ends with code 7
 * - `--exit`: handles SIGTERM by `process.exit(7)`
 * - `--two`: starts twice
 * - `--no-signals`: leaves the signals alone
 * - `--ends`: has nothing more to do
 * - `--prometheus`: has an endpoint for Prometheus, and prints its address
 * - `--cluster`: is a worker of a cluster, whose primary sends it the SIGINT that it gets, and does nothing else
 */
import cluster from 'node:cluster';
import { startDriftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';

const asked = (option: string): boolean => process.argv.includes(option);

if (asked('--cluster') && cluster.isPrimary) {
  const worker = cluster.fork();
  process.on('SIGINT', () => worker.process.kill('SIGINT'));
} else {
  await serve();
}

async function serve(): Promise<void> {
  const options = {
    profile: exampleProfile(),
    serviceName: 'child',
    intervalMs: 3_600_000,
    handleSignals: !asked('--no-signals'),
  };
  const exporter = asked('--prometheus') ? ({ exporter: 'prometheus', port: 0 } as const) : {};
  const { monitor, endpoint } = await startDriftline({ ...options, ...exporter });
  if (asked('--two')) await startDriftline(options);
  const recordTen = (): void => {
    for (let i = 0; i < 10; i++)
      monitor.record({ features: { age: 20 + i }, prediction: 'yes', durationSeconds: 0.001 });
  };
  recordTen();
  const stay = setInterval(() => undefined, 1000);
  if (asked('--ends')) clearInterval(stay);
  if (asked('--own-handler')) {
    process.once('SIGTERM', () => {
      setTimeout(recordTen, 1500);
      setTimeout(() => clearInterval(stay), 2000);
      process.exitCode = 7;
    });
  }
  if (asked('--exit')) process.once('SIGTERM', () => setTimeout(() => process.exit(7), 500));
  console.log(endpoint ?? 'recorded');
}
