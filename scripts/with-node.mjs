// Runs an installed program, or a file of ours, with the project's Node: `with-node.mjs vitest …`.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { installIfNeeded } from './install.mjs';
import { programFile, runNode } from './node-24.mjs';
import { runScript } from './script.mjs';

await runScript(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined) throw new Error('usage: with-node.mjs PROGRAM|FILE [ARGUMENTS]');
  await installIfNeeded();
  return runNode([existsSync(name) ? path.resolve(name) : binOf(name), ...args]);
});

function binOf(packageName) {
  const { bin } = JSON.parse(readFileSync(programFile(packageName, 'package.json'), 'utf8'));
  return programFile(packageName, typeof bin === 'string' ? bin : bin[packageName]);
}
