import '../../common/chunk-address.ts';
import { initTranslations } from '../../common/translations.ts';

await initTranslations('driftline-drift-panel');

export { plugin } from './plugin.ts';
