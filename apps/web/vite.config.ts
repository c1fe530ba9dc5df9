import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fontFaces, fontVersion } from './font-faces.ts';

/** Built into dist/apps/web, from where the API serves it. In development /api goes to a running server. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), fontFaces()],
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    // Browsers that know no modulepreload (Safari before 17) load the same a moment later.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // A slice of the font keeps its plain name: 250 hashes would weigh more than the rules around them. The folder
        // names the version, so that browsers may keep them for good.
        assetFileNames: (asset) =>
          asset.names[0]?.endsWith('.woff2')
            ? `font/${fontVersion}/[name][extname]`
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
});
