/**
 * Starts three instances of `child-instance.ts`, which ask for one port:
 *
 *     node instances.ts PORT cluster | pm2-cluster | pm2-fork
 *
 * PM2 itself is under the AGPL. This starts processes as its daemon does, with the variables that it sets.
 */
import { fork } from 'node:child_process';
import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';

const INSTANCES = 3;
const SERVICE = fileURLToPath(new URL('child-instance.ts', import.meta.url));

const [, , port = '', mode = ''] = process.argv;

cluster.setupPrimary({ exec: SERVICE, args: [port] });
for (let instance = 0; instance < INSTANCES; instance++) {
  const rows = { ROWS: String(instance + 1) };
  const pm2 = { NODE_APP_INSTANCE: String(instance), pm_id: String(instance + 5), name: 'income' };
  switch (mode) {
    case 'cluster':
      cluster.fork(rows);
      break;
    case 'pm2-cluster':
      cluster.fork({ ...rows, ...pm2, exec_mode: 'cluster_mode' });
      break;
    case 'pm2-fork':
      fork(SERVICE, [port], { env: { ...process.env, ...rows, ...pm2, exec_mode: 'fork_mode' } });
      break;
    default:
      throw new Error(`${mode} is no mode.`);
  }
}
process.stdin.on('end', () => process.exit()).resume();
