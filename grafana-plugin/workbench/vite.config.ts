import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// A mode of its own, or a test that builds, would otherwise get JSX for development.
process.env['NODE_ENV'] = 'production';

/** Grafana below 13.2 runs React 18.3: `--mode react-18` builds a page that does, beside the other one. */
const REACT_18 = [
  { find: /^react(?=$|\/)/, replacement: 'react-18' },
  { find: /^react-dom(?=$|\/)/, replacement: 'react-dom-18' },
];

export default defineConfig(({ mode }) => {
  const isReact18 = mode === 'react-18';
  return {
    root: here('.'),
    base: '/workbench/',
    resolve: {
      alias: [
        // The published package imports names that @grafana/runtime 13.2 does not have.
        { find: '@grafana/plugin-compat/datasources', replacement: here('src/host/data-source-instances.ts') },
        ...(isReact18 ? REACT_18 : []),
      ],
      dedupe: ['react', 'react-dom', 'rxjs', '@emotion/css', '@emotion/react'],
    },
    define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
    build: {
      outDir: here(isReact18 ? 'dist/react-18' : 'dist'),
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: false,
      chunkSizeWarningLimit: 20_000,
      reportCompressedSize: false,
    },
  };
});
