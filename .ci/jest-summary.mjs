import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** A jest reporter: prints how long each project took, and what is left to the nightly tests. */
export default class JestSummary {
  onRunComplete(_contexts, { testResults }) {
    const projects = Map.groupBy(testResults, ({ displayName }) => displayName?.name ?? 'tests');
    const lines = [...projects].map(([name, results]) => {
      const seconds = results.reduce((sum, { perfStats }) => sum + perfStats.runtime, 0) / 1000;
      return `${name}: ${seconds.toFixed(0)} s in ${results.length} files`;
    });
    // Files run side by side, so that the sum exceeds the time of the run.
    console.log(`\nTime of each project, its files added up:\n${lines.join('\n')}`);
    if (process.env['DRIFTLINE_NIGHTLY'] !== '1') console.log(leftToTheNight());
  }
}

function leftToTheNight() {
  const files = globSync('**/*.nightly.test.ts', { exclude: ['**/node_modules'] });
  const names = files.map((file) => basename(file, '.nightly.test.ts')).sort();
  return `Left to \`npm run test:nightly\`: ${names.join(', ')}, faults at full length.`;
}
