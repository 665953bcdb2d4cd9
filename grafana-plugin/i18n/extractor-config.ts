import { relative } from 'node:path';
import type { I18nextToolkitConfig } from 'i18next-cli';
import type { TranslatedPlugin } from './plugins.ts';

/** How the texts of a plugin are found in its modules, and where Grafana looks for them. */
export function extractorConfig({ id, languages, folder, modules }: TranslatedPlugin): I18nextToolkitConfig {
  return {
    locales: [...languages],
    extract: {
      input: modules.map((file) => relative(process.cwd(), file)),
      output: `${relative(process.cwd(), folder) || '.'}/locales/{{language}}/{{namespace}}.json`,
      defaultNS: id,
      functions: ['t'],
      transComponents: ['Trans'],
      extractFromComments: false,
      warnOnConflicts: 'error',
    },
  };
}
