/**
 * Entry of the workbench. Grafana's packages read the boot data while they are loaded, so it has to be there first and
 * everything else is imported afterwards.
 */
import { setBootData } from './host/boot-data.ts';

setBootData();
void import('./Workbench.tsx').then(({ startWorkbench }) => startWorkbench());
