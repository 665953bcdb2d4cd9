import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Words that cost a reader time, and what to write instead. */
const WORDS: readonly (readonly [pattern: string, instead: string])[] = [
  ['alarms?', 'alert'],
  ['(?:goes|go|went) off', 'fires'],
  ['(?:is|are) well again', 'resolves'],
  ['remed(?:y|ies)', 'runbook, or action'],
  ['truly was', 'ground truth, label or outcome'],
  ['who(?:m)?ever', 'who it is'],
  ['anew', 'again'],
  ['mend(?:ed|s|ing)?', 'fix'],
  ['(?:un)?favour\\w*', 'favor'],
  ['colour\\w*', 'color'],
  ['behaviour\\w*', 'behavior'],
  ['neighbour\\w*', 'neighbor'],
  ['(?:un)?label(?:led|ling)', 'labeled'],
  ['catalogu\\w*', 'catalog'],
  ['centres?', 'center'],
  ['licence\\w*', 'license'],
];
const BANNED = WORDS.map(([pattern, instead]) => ({ pattern: new RegExp(`\\b${pattern}\\b`, 'gi'), instead }));

// `**` does not match folders that begin with a dot.
const FILES = globSync(
  ['', '.ci/', '.github/'].map((folder) => `${folder}**/*.{md,ts,tsx,js,mjs,cjs,yaml,yml,json,sh}`),
  {
    cwd: ROOT,
    exclude: (path) => ['node_modules', 'dist', 'coverage', 'data'].includes(basename(path)),
  },
)
  .filter((path) => !['package-lock.json', basename(import.meta.url)].includes(basename(path)))
  // Translations have the words of their own languages.
  .filter((path) => !/\/locales\/(?!en-US\/)/.test(path));

function findings(path: string): string[] {
  return readFileSync(join(ROOT, path), 'utf8')
    .split('\n')
    .flatMap((line, i) =>
      BANNED.flatMap(({ pattern, instead }) =>
        [...line.matchAll(pattern)].map(([word]) => `${path}:${i + 1}: ${word} (write: ${instead})`),
      ),
    );
}

test('there are files to check', () => {
  expect(FILES).toEqual(expect.arrayContaining(['README.md', join('.github', 'workflows', 'ci.yml'), 'package.json']));
});

test('the words are those of the field, spelled as in American English', () => {
  expect(FILES.flatMap(findings)).toEqual([]);
});
