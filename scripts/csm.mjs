// The command line: `npm run --silent csm -- COMMAND …`. Prints nothing of its own on standard output.

import path from 'node:path';
import { buildIfNeeded } from './built.mjs';
import { installIfNeeded } from './install.mjs';
import { projectFolder, runNode } from './node-24.mjs';
import { runScript } from './script.mjs';

await runScript(async () => {
  const words = process.argv.slice(2);
  await installIfNeeded();
  if (words[0] === 'serve') await buildIfNeeded();
  return runNode([path.join(projectFolder, 'electron', 'entries', 'csm.ts'), ...words], {
    cwd: callerFolder(),
    forwardInterrupt: true,
  });
});

/** npm runs scripts in the project's folder; the files a person names lie where they stand. */
function callerFolder() {
  const { npm_lifecycle_event: event, INIT_CWD: folder } = process.env;
  return event === 'csm' && folder ? folder : process.cwd();
}
