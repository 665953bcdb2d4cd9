/** One of several processes of a service: records as many predictions as `ROWS` says, and prints its endpoint. */
import { startDriftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';

const port = Number(process.argv[2]);
const { monitor, endpoint } = await startDriftline({ profile: exampleProfile(), exporter: 'prometheus', port });
for (let i = 0; i < Number(process.env['ROWS']); i++) monitor.record({ features: { age: 30 }, prediction: 'yes' });
console.log(endpoint);
// It ends with what started it.
process.on('disconnect', () => process.exit());
