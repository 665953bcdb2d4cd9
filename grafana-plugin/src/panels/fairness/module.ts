import '../../common/chunk-address.ts';
import { initTranslations } from '../../common/translations.ts';

await initTranslations('driftline-fairness-panel');

export { plugin } from './plugin.ts';
