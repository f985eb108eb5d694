// `npm run check`: types room by room (each with only its own libraries), style, layers, unused code.
import { installIfNeeded } from './install.mjs';
import { programFile, runNode } from './node-24.mjs';
import { runScript } from './script.mjs';

const tsc = programFile('typescript', 'bin/tsc');
const rooms = ['core', 'db', 'electron', 'renderer', 'tests'];

const checks = [
  ...rooms.map((room) => [`types: ${room}`, [tsc, '-p', room]]),
  ['style', [programFile('@biomejs/biome', 'bin/biome'), 'ci', '--error-on-warnings', '.']],
  ['layers', ['scripts/layers.mjs']],
  ['unused code', [programFile('knip', 'bin/knip.js'), '--no-progress']],
];

await runScript(async () => {
  await installIfNeeded();
  const failed = [];
  for (const [name, args] of checks) {
    const started = performance.now();
    const code = await runNode(args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
    if (code !== 0) failed.push(name);
  }
  console.log(failed.length === 0 ? 'every check passed' : `failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});
