/** Plays `scenarios/drift.json` against the service; `playTraffic` of the common part has the command line. */
import { playTraffic } from '@driftline/example-common';
import { labeledPeople } from './traffic/people.ts';

await playTraffic({
  rows: labeledPeople().map(({ person, label }) => ({ row: person, label })),
  scenario: new URL('../scenarios/drift.json', import.meta.url),
  rate: 100,
});
