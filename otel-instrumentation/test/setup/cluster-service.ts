/** Three workers of a cluster, each of which records as many predictions as its number says and prints its endpoint. */
import cluster from 'node:cluster';
import { startDriftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';

if (cluster.isPrimary) {
  for (let i = 0; i < 3; i++) cluster.fork();
  process.stdin.on('end', () => process.exit()).resume();
} else {
  const port = Number(process.argv[2]);
  const { monitor, endpoint } = await startDriftline({ profile: exampleProfile(), exporter: 'prometheus', port });
  for (let i = 0; i < (cluster.worker?.id ?? 0); i++) monitor.record({ features: { age: 30 }, prediction: 'yes' });
  console.log(endpoint);
  process.on('disconnect', () => process.exit());
}
