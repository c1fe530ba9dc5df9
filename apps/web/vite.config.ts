import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { fontFaces, fontVersion } from './font-faces.ts';

/** What every page needs of others, in two files of about one size: a line that is slow to begin brings them side by side. */
const REACT = /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/;
const LIBRARIES =
  /[\\/]node_modules[\\/](react-router|i18next|react-i18next|@tanstack[\\/](react-query|query-core)|openapi-fetch|use-sync-external-store)[\\/]/;

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
        // What seldom changes is not loaded anew with every change of the product's own.
        codeSplitting: {
          groups: [
            { name: 'react', test: REACT },
            { name: 'libraries', test: LIBRARIES },
            { name: 'first', test: /[\\/]src[\\/]main\.tsx$/ },
          ],
        },
        // A slice of the font keeps its plain name (what is cut for us has a hash in it): 126 hashes would weigh more than the rules around them. The folder
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
