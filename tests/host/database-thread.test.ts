import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const child = fileURLToPath(new URL('../support/thread-end-child.ts', import.meta.url));

describe('a thread that opens SQLite files', () => {
  it('ends at any moment of its beginning without taking the process along', {
    timeout: 120_000,
  }, async () => {
    const run = spawn(process.execPath, [child], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    run.stdout.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
    });
    const [code, signal] = await once(run, 'close');
    expect({ said: said.trim(), code, signal, child: path.basename(child) }).toEqual({
      said: 'ended 24 threads',
      code: 0,
      signal: null,
      child: 'thread-end-child.ts',
    });
  });
});
