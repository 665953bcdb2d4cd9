import { Command } from 'commander';
import { describeProfile } from '../inspect/describe-profile.ts';
import { loadProfile } from '../models/load-profile.ts';

/** `driftline inspect`: a profile as readable text. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('print a readable summary of a reference profile')
    .argument('<profile>', 'path of a profile.json')
    .option('--json', 'print the profile as JSON, as a monitor reads it')
    .action((path: string, { json }: { readonly json?: true }) => {
      const profile = loadProfile(path);
      console.log(json ? JSON.stringify(profile, null, 2) : describeProfile(profile));
    });
}
