import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** A backslash with the quote or the backslash that it escapes. */
const ESCAPED = /\\([\\"])/g;

/** CSV in which a quote within quotes is doubled, and not behind a backslash, as MySQL and Spark write it. */
export function doubledQuotes(text: string): string {
  return text.replace(ESCAPED, (_, escaped: string) => (escaped === '"' ? '""' : '\\'));
}

/** Writes a copy of a text file in which quotes are doubled. */
export async function copyWithDoubledQuotes(path: string, into: string): Promise<void> {
  await pipeline(
    createReadStream(path, { encoding: 'utf8' }),
    async function* (chunks: AsyncIterable<string>) {
      let rest = '';
      for await (const chunk of chunks) {
        const text = rest + chunk;
        // An odd number of backslashes at the end belongs to what follows.
        const backslashes = /\\*$/.exec(text)?.[0].length ?? 0;
        rest = backslashes % 2 === 1 ? '\\' : '';
        yield doubledQuotes(text.slice(0, text.length - rest.length));
      }
      yield rest;
    },
    createWriteStream(into),
  );
}
