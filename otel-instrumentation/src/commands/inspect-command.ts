import { Command } from 'commander';
import { describeCost } from '../inspect/describe-cost.ts';
import { describeProfile } from '../inspect/describe-profile.ts';
import { loadProfile } from '../models/load-profile.ts';

/** `driftline inspect`: a profile as readable text. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('print a readable summary of a reference profile')
    .argument('<profile>', 'path of a profile.json')
    .option('--json', 'print the profile as JSON, as a monitor reads it')
    .option('--cost', 'print what it costs instead: series by option, and the time of one prediction')
    .action((path: string, { json, cost }: { readonly json?: true; readonly cost?: true }) => {
      const profile = loadProfile(path);
      if (json) console.log(JSON.stringify(profile, null, 2));
      else console.log(cost ? describeCost(profile) : describeProfile(profile));
    });
}
