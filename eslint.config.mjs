import js from '@eslint/js';
import grafanaI18n from '@grafana/i18n/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const AGPL = { group: ['@grafana/prometheus', 'tsqtsq'], message: 'AGPL: not to be used in what we ship.' };

/** What React has from version 19 on. */
const ONLY_IN_REACT_19 = [
  { name: 'react', importNames: ['use', 'cache', 'useActionState', 'useOptimistic', 'useEffectEvent', 'Activity'] },
  {
    name: 'react-dom',
    importNames: [
      'useFormStatus',
      'useFormState',
      'preload',
      'preinit',
      'preconnect',
      'prefetchDNS',
      'requestFormReset',
    ],
  },
].map((each) => ({ ...each, message: 'Grafana below 13.2 runs React 18.3, which does not have it.' }));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/.types/**',
      '**/coverage/**',
      '**/.cache/**',
      '**/node_modules/**',
      'grafana-plugin/.config/**',
      // The compiled engine, which the build copies there.
      'grafana-plugin/backend/engine/engine.js',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always'],
      'no-restricted-imports': ['error', { patterns: [AGPL] }],
    },
  },
  {
    // Grafana below 13.2 runs React 18.3.
    files: ['grafana-plugin/src/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [AGPL], paths: ONLY_IN_REACT_19 }],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':function[params.0.type="ObjectPattern"] > ObjectPattern > Property[key.name="ref"]',
          message: 'React 18 gives a component no ref among its props: use forwardRef.',
        },
        {
          selector: 'JSXOpeningElement[name.name=/Context$/]',
          message: 'In React 18 a context is no component: use its Provider.',
        },
        {
          selector: 'JSXOpeningElement[name.name=/^(meta|link)$/]',
          message: 'React 18 leaves metadata where they are: they belong in the head.',
        },
      ],
    },
  },
  {
    // What people read there goes through `t` or `<Trans>`.
    files: ['grafana-plugin/src/**'],
    plugins: { '@grafana/i18n': grafanaI18n },
    rules: {
      '@grafana/i18n/no-untranslated-strings': [
        'error',
        { basePaths: ['grafana-plugin/src'], calleesToIgnore: ['^css$'] },
      ],
      '@grafana/i18n/no-translation-top-level': 'error',
      '@grafana/i18n/t-plural-defaults': 'error',
      '@grafana/i18n/trans-plural-defaults': 'error',
    },
  },
  {
    // The contract runs in Node, in the browser and in a back end, so it depends on none of them.
    files: ['shared/src/**'],
    rules: {
      'no-restricted-globals': ['error', 'Intl', 'URL', 'URLSearchParams', 'console', 'process', 'window', 'document'],
      'no-restricted-properties': [
        'error',
        ...['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase'].map((property) => ({
          property,
          message: 'shared/ knows no locale: compare with compareText.',
        })),
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^@grafana/(?!promql-builder$)', message: 'shared/ imports no Grafana package.' },
            { regex: '^(node:|fs$|path$|os$|http)', message: 'shared/ imports no Node module.' },
          ],
        },
      ],
    },
  },
  {
    // A fixed sleep is too short on a slow machine and too long on a fast one.
    files: ['**/test/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'ImportDeclaration[source.value="node:timers/promises"]',
          'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]',
        ].map((selector) => ({
          selector,
          message: 'Tests do not sleep: wait for a condition with waitUntil of @driftline/local-store/testing.',
        })),
      ],
    },
  },
  { files: ['**/*.tsx', 'grafana-plugin/**/*.ts'], ...reactHooks.configs.flat.recommended },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
      },
    },
  },
);
