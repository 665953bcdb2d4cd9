import '../../common/chunk-address.ts';
import { initTranslations } from '../../common/translations.ts';

await initTranslations('driftline-drift-map-panel');

export { plugin } from './plugin.ts';
