/** The configuration of ESLint for `.github/workflows/grafana-api.yml`, which installs the plugin. */
import { readFileSync } from 'node:fs';
import grafana from '@grafana/eslint-plugin-plugins';
import tseslint from 'typescript-eslint';

const { dependencies } = JSON.parse(
  readFileSync(new URL('../grafana-plugin/src/plugin.json', import.meta.url), 'utf8'),
);
const minGrafanaVersion = dependencies.grafanaDependency.replace(/^>=/, '');

export default tseslint.config({
  files: ['grafana-plugin/src/**/*.{ts,tsx}'],
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
  plugins: { '@grafana/plugins': grafana },
  rules: { '@grafana/plugins/import-is-compatible': ['error', { minGrafanaVersion }] },
});
