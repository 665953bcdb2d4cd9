/** A short batch job of the fault matrix. */
import { startDriftline } from '../../../src/setup/start-driftline.ts';
import { exampleProfile } from '../../example-profile.ts';
import { settingsOf, type Reply } from './messages.ts';
import { recordRows } from './record-rows.ts';

const settings = settingsOf(process.argv);
const { monitor, shutdown } = await startDriftline({
  profile: exampleProfile(settings.name),
  serviceName: 'matrix',
  handleSignals: settings.atSignal === 'driftline',
  ...settings.export,
});
recordRows(monitor, settings.rowsAtOnce);
switch (settings.batchEnd) {
  case 'done':
    await shutdown();
    break;
  case 'exit':
    process.exit();
    break;
  case 'kill':
    process.kill(process.pid, 'SIGKILL');
    break;
  case 'waits':
    // The listener keeps it alive. A job whose test is gone ends too.
    process.once('disconnect', () => process.exit());
    if (settings.atSignal === 'own-handler') process.once('SIGTERM', () => void shutdown().then(() => process.exit()));
    process.send?.({ kind: 'ready' } satisfies Reply);
}
