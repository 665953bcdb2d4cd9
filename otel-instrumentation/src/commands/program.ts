/** The command `driftline`, for a Node that is new enough: importing it runs it. */
import { Command, CommanderError } from 'commander';
import { AlertConfigError, ProfileError, QueryError } from '@driftline/shared';
import packageJson from '../../package.json' with { type: 'json' };
import { DoctorError } from '../doctor/doctor-error.ts';
import { PushError } from '../outcomes/push-error.ts';
import { TrainingError } from '../profile/training-error.ts';
import { compareCommand } from './compare-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { exitCodes, NOT_DONE } from './exit-codes.ts';
import { inspectCommand } from './inspect-command.ts';
import { outcomesCommand } from './outcomes-command.ts';
import { profileCommand } from './profile-command.ts';
import { rulesCommand } from './rules-command.ts';
import { systemErrorText } from './system-error-text.ts';
import { typesCommand } from './types-command.ts';

const program = new Command('driftline')
  .description('Model monitoring on OpenTelemetry, Prometheus and Grafana')
  .version(packageJson.version)
  .addCommand(profileCommand())
  .addCommand(compareCommand())
  .addCommand(inspectCommand())
  .addCommand(typesCommand())
  .addCommand(outcomesCommand())
  .addCommand(doctorCommand())
  .addCommand(rulesCommand())
  .addHelpText('after', exitCodes('done', 'compare or doctor found something'));

for (const command of program.commands) {
  if (!['compare', 'doctor'].includes(command.name())) command.addHelpText('after', exitCodes('done'));
}

// What is wrong with the options is said like everything else.
for (const command of [program, ...program.commands]) {
  command
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'driftline: ')) })
    .exitOverride();
}

try {
  await program.parseAsync();
} catch (error) {
  // Help and version end like this too, and commander has printed all of it.
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : NOT_DONE;
  } else {
    // What a user can fix is one sentence; anything else is a bug of ours and keeps its stack.
    const expected = [TrainingError, ProfileError, QueryError, DoctorError, PushError, AlertConfigError].some(
      (kind) => error instanceof kind,
    );
    const text = expected ? (error as Error).message : systemErrorText(error);
    console.error(`driftline: ${text ?? String((error as Error).stack ?? error)}`);
    process.exitCode = NOT_DONE;
  }
}
