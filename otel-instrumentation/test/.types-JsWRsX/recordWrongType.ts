import { createMonitor, removeMonitor, startDriftline, type ModelMonitor } from '../../src/index.ts';
import type { Classes, Features, Groups } from './profile.d.ts';
declare const row: Features;
declare const rest: Omit<Features, 'age' | 'work' | 'sex' | 'email'>;
declare const columns: { [Name in keyof typeof rest]: string[] };
const monitor = createMonitor<Features>('profile.json');
void [row, rest, columns, monitor, startDriftline, removeMonitor];
export type Unused = [Classes, Groups, ModelMonitor];
monitor.record({ features: { age: "one", work: "a", ...rest } });
