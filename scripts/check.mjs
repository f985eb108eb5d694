// `npm run check`: types room by room (each with only its own libraries), style, layers, unused code.
import { installIfNeeded } from './install.mjs';
import { hearNode, programFile } from './node-24.mjs';
import { runScript } from './script.mjs';

const tsc = programFile('typescript', 'bin/tsc');
const rooms = ['core', 'db', 'electron', 'renderer', 'tests'];

/** The longest first. */
const checks = [
  ...rooms.toReversed().map((room) => [`types: ${room}`, [tsc, '--pretty', '-p', room]]),
  [
    'style',
    [programFile('@biomejs/biome', 'bin/biome'), 'ci', '--colors=off', '--error-on-warnings', '.'],
  ],
  ['layers', ['scripts/layers.mjs']],
  ['unused code', [programFile('knip', 'bin/knip.js'), '--no-progress']],
];

/** Most of these tools use one core: two at a time leave none idle on the two cores of CI. */
const atOnce = 2;

await runScript(async () => {
  await installIfNeeded();
  const waiting = [...checks];
  const failed = [];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (!(await passes(next))) failed.push(next[0]);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  console.log(failed.length === 0 ? 'every check passed' : `failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
});

/** What a tool says is kept until it ends, so that two do not talk across each other. */
async function passes([name, args]) {
  const started = performance.now();
  const { code, said } = await hearNode(args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${said}${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return code === 0;
}
