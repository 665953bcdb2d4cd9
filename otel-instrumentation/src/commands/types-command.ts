import { Command } from 'commander';
import { profileTypes } from '../inspect/profile-types.ts';
import { loadProfile } from '../models/load-profile.ts';
import { replaceFile } from './replace-file.ts';

/** `driftline types`: the names of a profile as TypeScript declarations. */
export function typesCommand(): Command {
  return new Command('types')
    .description('write the features, classes and groups of a profile as TypeScript declarations')
    .argument('<profile>', 'path of a profile.json')
    .option('--out <file>', 'file to write, such as profile.d.ts; - for the standard output', '-')
    .action(async (path: string, { out }: { readonly out: string }) => {
      const types = profileTypes(loadProfile(path));
      if (out === '-') process.stdout.write(types);
      else await replaceFile(out, types);
    });
}
