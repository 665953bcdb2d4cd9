import type { Check } from './check.ts';
import { calls } from './checks/calls.ts';
import { classes } from './checks/classes.ts';
import { clock } from './checks/clock.ts';
import { features } from './checks/features.ts';
import { groups } from './checks/groups.ts';
import { interval } from './checks/interval.ts';
import { outcomes } from './checks/outcomes.ts';
import { overflow } from './checks/overflow.ts';
import { references } from './checks/references.ts';
import { replicas } from './checks/replicas.ts';
import { resets } from './checks/resets.ts';
import { series } from './checks/series.ts';
import { traffic } from './checks/traffic.ts';

/** Everything that the doctor looks at, in the order in which it reports. */
export const CHECKS: readonly Check[] = [
  series,
  outcomes,
  traffic,
  replicas,
  calls,
  features,
  classes,
  groups,
  references,
  resets,
  clock,
  interval,
  overflow,
];
