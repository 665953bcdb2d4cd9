import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/workbench/',
  resolve: {
    alias: {
      // The published package imports names that @grafana/runtime 13.2 does not have.
      '@grafana/plugin-compat/datasources': here('src/host/data-source-instances.ts'),
    },
    dedupe: ['react', 'react-dom', 'rxjs', '@emotion/css', '@emotion/react'],
  },
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 20_000,
    reportCompressedSize: false,
  },
});
