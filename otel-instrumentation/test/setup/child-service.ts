/** A service as a process of its own: records ten rows, says so, and goes on until it is ended. */
import { startDriftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';

const { monitor } = await startDriftline({ profile: exampleProfile(), serviceName: 'child', intervalMs: 3_600_000 });
for (let i = 0; i < 10; i++) monitor.record({ features: { age: 20 + i }, prediction: 'yes', durationSeconds: 0.001 });
const stay = setInterval(() => undefined, 1000);
if (process.argv.includes('--own-handler')) {
  process.once('SIGTERM', () => {
    clearInterval(stay);
    process.exitCode = 7;
  });
}
console.log('recorded');
