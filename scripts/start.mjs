// `npm start [-- FILE.csm] [-- --browser]`: installs, builds, and opens the workbench.
import path from 'node:path';
import { buildIfNeeded } from './built.mjs';
import { findDesktop } from './desktop.mjs';
import { installIfNeeded } from './install.mjs';
import { projectFolder, run, runNode, toolEnvironment } from './node-24.mjs';
import { runScript } from './script.mjs';

/** A desktop shell that ends this soon with a fault could not start at all. */
const failedStartMs = 10_000;

await runScript(async () => {
  const words = process.argv.slice(2);
  await installIfNeeded();
  await buildIfNeeded();
  if (!words.includes('--browser')) {
    const desktop = await findDesktop();
    if ('binary' in desktop) {
      const code = await startDesktop(desktop.binary, words);
      if (code !== null) return code;
      sayBrowser('Electron이 시작되지 않았습니다 / Electron did not start');
    } else {
      sayBrowser(desktop.reason);
    }
  }
  return startBrowser(words.filter((word) => word !== '--browser'));
});

/** Answers with the exit code, or null when the desktop shell could not start. */
async function startDesktop(binary, words) {
  console.error('워크벤치를 엽니다 / Opening the workbench…');
  const started = Date.now();
  try {
    const code = await run(binary, [projectFolder, ...words], {
      env: toolEnvironment({ ELECTRON_RUN_AS_NODE: undefined }),
    });
    return code !== 0 && Date.now() - started < failedStartMs ? null : code;
  } catch {
    return null;
  }
}

function startBrowser(words) {
  const files = words.some((word) => !word.startsWith('-')) ? [] : ['--sample'];
  const entry = path.join(projectFolder, 'electron', 'entries', 'csm.ts');
  return runNode([entry, 'serve', ...words, ...files], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    forwardInterrupt: true,
  });
}

function sayBrowser(reason) {
  console.error(`${reason} → 브라우저로 엽니다 / opening in the browser`);
}
