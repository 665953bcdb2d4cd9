/** `npm run bench`: measures, prints the tables, and writes them to BENCHMARKS.md. */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { exportingTable } from './exporting.ts';
import { memoryTable } from './memory.ts';
import { pendingTable } from './pending.ts';
import { profilingTable } from './profiling.ts';
import { recordingTable } from './recording.ts';
import { scoringTable } from './scoring.ts';
import { segmentsTable } from './segments.ts';
import { serviceTable } from './service.ts';
import { markdown } from './table.ts';

const INTRODUCTION = `# Benchmarks

Written by \`npm run bench\` on Node ${process.versions.node}, ${cpus()[0]?.model.trim() ?? 'an unknown processor'}. Absolute
numbers are this machine's; the ratios are between peers in the same run.
`;

const tables = [
  await recordingTable(),
  await serviceTable(),
  memoryTable(),
  pendingTable(),
  scoringTable(),
  segmentsTable(),
  await exportingTable(),
  await profilingTable(),
].map(markdown);
const text = [INTRODUCTION, ...tables].join('\n');
writeFileSync(new URL('../BENCHMARKS.md', import.meta.url), text);
console.log(text);
