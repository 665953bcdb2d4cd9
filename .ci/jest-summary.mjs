import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** A jest reporter: prints how long each project took, what was skipped, and what is left to the nightly tests. */
export default class JestSummary {
  onRunComplete(_contexts, { testResults }) {
    // With several workers, these sums exceed the time of the run.
    console.log(['', 'Time of all files of a project, added up:', ...timesOf(testResults)].join('\n'));
    for (const name of skippedIn(testResults)) console.log(`Skipped: ${name}`);
    if (process.env['DRIFTLINE_NIGHTLY'] !== '1') console.log(leftToTheNight());
  }
}

function timesOf(testResults) {
  const projects = Map.groupBy(testResults, ({ displayName }) => displayName?.name ?? 'tests');
  return [...projects].map(([name, results]) => {
    const seconds = results.reduce((sum, { perfStats }) => sum + perfStats.runtime, 0) / 1000;
    return `${name}: ${seconds.toFixed(0)} s in ${results.length} files`;
  });
}

/** The groups of skipped tests; their names say why. */
function skippedIn(testResults) {
  // With a pattern of names, jest counts as skipped all tests that do not match.
  if (process.argv.some((argument) => /^(-t|--testNamePattern)/.test(argument))) return [];
  const skipped = testResults.flatMap((file) => file.testResults).filter(({ status }) => status === 'pending');
  return new Set(skipped.map(({ ancestorTitles, title }) => ancestorTitles.join(' › ') || title));
}

function leftToTheNight() {
  const files = globSync('**/*.nightly.test.ts', { exclude: ['**/node_modules'] });
  const names = files.map((file) => basename(file, '.nightly.test.ts')).sort();
  return `Left to \`npm run test:nightly\`: ${names.join(', ')}, faults at full length.`;
}
