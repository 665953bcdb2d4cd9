import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

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
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['@grafana/prometheus', 'tsqtsq'], message: 'AGPL: not to be used in what we ship.' }] },
      ],
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
