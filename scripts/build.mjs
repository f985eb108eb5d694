import { build } from './built.mjs';
import { installIfNeeded } from './install.mjs';
import { runScript } from './script.mjs';

await runScript(async () => {
  await installIfNeeded();
  await build();
  return 0;
});
