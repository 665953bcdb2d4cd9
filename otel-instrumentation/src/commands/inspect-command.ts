import { Command } from 'commander';
import { describeProfile } from '../inspect/describe-profile.ts';
import { loadProfile } from '../models/load-profile.ts';

/** `driftline inspect`: a profile as readable text. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .description('print a readable summary of a reference profile')
    .argument('<profile>', 'path of a profile.json')
    .action((path: string) => console.log(describeProfile(loadProfile(path))));
}
