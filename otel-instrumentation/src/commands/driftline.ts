#!/usr/bin/env node
import { Command } from 'commander';
import { ProfileError, QueryError } from '@driftline/shared';
import { DoctorError } from '../doctor/doctor-error.ts';
import { TrainingError } from '../profile/training-error.ts';
import { doctorCommand } from './doctor-command.ts';
import { inspectCommand } from './inspect-command.ts';
import { profileCommand } from './profile-command.ts';
import { rulesCommand } from './rules-command.ts';

const program = new Command('driftline')
  .description('Model monitoring on OpenTelemetry, Prometheus and Grafana')
  .addCommand(profileCommand())
  .addCommand(inspectCommand())
  .addCommand(doctorCommand())
  .addCommand(rulesCommand());

try {
  await program.parseAsync();
} catch (error) {
  // What a user can fix is one sentence; anything else is a bug of ours and keeps its stack.
  const expected =
    [TrainingError, ProfileError, QueryError, DoctorError].some((kind) => error instanceof kind) ||
    isSystemError(error);
  console.error(`driftline: ${expected ? (error as Error).message : String((error as Error).stack ?? error)}`);
  process.exitCode = 1;
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
