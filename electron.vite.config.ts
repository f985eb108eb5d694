import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import packageInfo from './package.json' with { type: 'json' };

/**
 * One build for both shells. `main` holds everything that runs on Node: the desktop shell, the host,
 * the command line with the browser shell, and each worker. All of it lies flat in out/main, because
 * code finds its workers and resources relative to the file it runs from.
 */
const nodeEntries = {
  main: 'electron/main/main.ts',
  host: 'electron/entries/host.ts',
  csm: 'electron/entries/csm.ts',
  // No code of ours runs it: the host sends it to the phones in the room.
  'voting-page': 'renderer/voting/voting-page.ts',
  ...workerEntries('electron/workers'),
};

export default defineConfig({
  main: {
    plugins: [filesBeside('renderer/voting', ['voting.html', 'voting.css'])],
    build: {
      rolldownOptions: {
        input: nodeEntries,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require nothing but electron, and must be CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'electron/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), servedFromRoot()],
    define: { __APP_VERSION__: JSON.stringify(packageInfo.version) },
    build: {
      // The browser shell runs in the browser a person has, not in Electron's.
      target: 'es2022',
      minify: true,
      // The content security policy knows no data: fonts.
      assetsInlineLimit: (file) => (/\.(woff2?|ttf|otf)$/.test(file) ? false : undefined),
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});

/** Deep links such as /voc/12 must find /assets, so addresses start at the root of the server. */
function servedFromRoot(): Plugin {
  return { name: 'served-from-root', config: () => ({ base: '/' }) };
}

/** Every `<name>.worker.ts` becomes `<name>.worker.js`. */
function workerEntries(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.worker.ts'));
  return Object.fromEntries(
    files.map((file) => [file.slice(0, -'.ts'.length), path.join(folder, file)]),
  );
}

/** Puts files as they are beside the bundles, for code that sends them as they are. */
function filesBeside(folder: string, names: readonly string[]): Plugin {
  return {
    name: 'files-beside',
    generateBundle() {
      for (const fileName of names) {
        const source = readFileSync(path.join(folder, fileName), 'utf8');
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
