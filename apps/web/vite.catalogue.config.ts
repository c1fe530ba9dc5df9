import path from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import product from './vite.config.ts';

/** The catalogue of parts, for who works on the pages: its own entry, so that nothing of it reaches the product. */
export default mergeConfig(
  product,
  defineConfig({
    build: {
      outDir: '../../dist/apps/catalogue',
      rolldownOptions: { input: path.join(import.meta.dirname, 'catalogue.html') },
    },
    server: { open: '/catalogue.html' },
  }),
);
