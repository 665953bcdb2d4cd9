import { Command } from 'commander';
import { beyondLimits } from '../compare/beyond-limits.ts';
import { compareProfiles } from '../compare/compare-profiles.ts';
import { DEFAULT_COMPARISON_LIMITS } from '../compare/comparison-limits.ts';
import { describeComparison } from '../compare/describe-comparison.ts';
import { loadProfile } from '../models/load-profile.ts';
import { ANSWER_IS_NO, exitCodes } from './exit-codes.ts';
import { positiveNumber, share } from './option-values.ts';

interface CompareOptions {
  readonly limit: number;
  readonly missingLimit: number;
  readonly accuracyLimit: number;
  readonly errorLimit: number;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  driftline profile tonight.parquet --model price --edges-from profile.json --out next.json
  driftline compare profile.json next.json
  driftline compare profile.json next.json --limit 0.1 --json > comparison.json`;

/** `driftline compare`: what changed between two profiles, with an exit code for a pipeline. */
export function compareCommand(): Command {
  const { psi, missing, accuracyDrop, errorRise } = DEFAULT_COMPARISON_LIMITS;
  return new Command('compare')
    .description('compare two reference profiles; the exit code says whether the change is within limits')
    .argument('<before>', 'the profile that is in use')
    .argument('<after>', 'the profile that is to take its place, built with --edges-from <before>')
    .option('--limit <psi>', 'PSI of a feature or of the predictions', positiveNumber, psi)
    .option('--missing-limit <share>', 'share of the values that may become missing or invalid', share, missing)
    .option('--accuracy-limit <share>', 'baseline accuracy that may be lost', share, accuracyDrop)
    .option('--error-limit <share>', 'rise of the baseline MAE or RMSE, as a share of it', positiveNumber, errorRise)
    .option('--json', 'print the comparison as JSON')
    .addHelpText('after', EXAMPLES)
    .addHelpText(
      'after',
      exitCodes('all is within limits', 'something is beyond a limit and more than noise, or cannot be compared'),
    )
    .action(run);
}

function run(before: string, after: string, options: CompareOptions): void {
  const limits = {
    psi: options.limit,
    missing: options.missingLimit,
    accuracyDrop: options.accuracyLimit,
    errorRise: options.errorLimit,
  };
  const comparison = compareProfiles(loadProfile(before), loadProfile(after));
  const beyond = beyondLimits(comparison, limits);
  if (options.json) console.log(JSON.stringify({ ...comparison, limits, beyond }, null, 2));
  else process.stdout.write(describeComparison(comparison, beyond));
  if (beyond.length > 0) process.exitCode = ANSWER_IS_NO;
}
