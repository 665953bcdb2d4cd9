/** Plays `scenarios/spring.json` against the service; `playTraffic` of the common part has the command line. */
import { playTraffic } from '@driftline/example-common';
import { readRides } from './rides.ts';
import { sentHours } from './sent-hours.ts';

await playTraffic({
  rows: sentHours(readRides()),
  scenario: new URL('../scenarios/spring.json', import.meta.url),
  rate: 20,
});
