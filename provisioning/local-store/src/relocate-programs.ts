import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes a built-in absolute path relative in all programs of a folder, so that they find their files wherever they are
 * unpacked. The text keeps its length, since a program knows where each text ends.
 *
 * @param dataFolder - absolute, without a slash at its end
 */
export async function relocatePrograms(folder: string, dataFolder: string): Promise<void> {
  for (const program of await readdir(folder)) {
    // One character for each byte, there and back.
    const content = await readFile(join(folder, program), 'latin1');
    await writeFile(join(folder, program), content.replaceAll(dataFolder, `${dataFolder.slice(1)}/`), 'latin1');
  }
}
