import { readFileSync } from 'node:fs';

/** The code block after the comment `<!-- mark -->` in a Markdown file, so that a test runs what the reader copies. */
export function markedBlock(file: URL, mark: string): string {
  const text = readFileSync(file, 'utf8');
  const block = new RegExp(`<!-- ${mark} -->\\s*\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1];
  if (block === undefined) throw new Error(`${file.pathname} has no code block marked ${mark}.`);
  return block;
}
