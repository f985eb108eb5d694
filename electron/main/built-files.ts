import { fileURLToPath } from 'node:url';

const here = import.meta.url;
// Tests run the shell from source; packaged, everything lies beside this file's bundle.
const fromSource = here.endsWith('.ts');

function beside(relative: string): string {
  return fileURLToPath(new URL(relative, here));
}

/** Where the shell finds the host's program, the preload script and the built screen. */
export const builtFiles = {
  hostEntry: beside(fromSource ? '../entries/host.ts' : './host.js'),
  preload: beside(fromSource ? '../../out/preload/preload.cjs' : '../preload/preload.cjs'),
  renderer: beside(fromSource ? '../../out/renderer' : '../renderer'),
};
