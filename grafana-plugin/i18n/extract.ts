import { runExtractor } from 'i18next-cli';
import { extractorConfig } from './extractor-config.ts';
import { translatedPlugins } from './plugins.ts';

// Writes the texts of all plugins below their `locales`: English as the source has it, other languages with empty texts
// where a translation is missing and without those that are gone.
for (const plugin of translatedPlugins()) {
  const { hasErrors } = await runExtractor(extractorConfig(plugin), { syncPrimaryWithDefaults: true });
  if (hasErrors) process.exitCode = 1;
}
