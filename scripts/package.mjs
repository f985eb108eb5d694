// `npm run package [-- ELECTRON-BUILDER ARGUMENTS]`: builds and hands the result to electron-builder.
import { build } from './built.mjs';
import { installIfNeeded } from './install.mjs';
import { programFile, runNode } from './node-24.mjs';
import { runScript } from './script.mjs';

await runScript(async () => {
  await installIfNeeded();
  await build();
  return runNode([programFile('electron-builder', 'cli.js'), ...process.argv.slice(2)]);
});
