import '../../common/chunk-address.ts';
import { initTranslations } from '../../common/translations.ts';

await initTranslations('driftline-distribution-panel');

export { plugin } from './plugin.ts';
