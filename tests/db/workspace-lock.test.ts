import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import { WorkspaceLock } from '../../db/workspace-lock.ts';
import { SecondProcess } from '../support/second-process.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-lock-'));
  file = path.join(folder, '시험.csm');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const holdForEver = `
  import { WorkspaceLock } from './db/workspace-lock.ts';
  globalThis.lock = WorkspaceLock.acquire(process.argv[1]);
  console.log('held');
  setInterval(() => undefined, 1000);
`;

function refusal(): AppError {
  try {
    WorkspaceLock.acquire(file).release();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the lock was given');
}

describe('workspace lock', () => {
  it('is refused while another process holds it, and tells which', async () => {
    const other = new SecondProcess(holdForEver, [file]);
    expect(await other.nextLine()).toBe('held');
    const error = refusal();
    expect(error.code).toBe('workspace.openElsewhere');
    expect(error.params).toEqual({ fileName: '시험.csm', host: hostname(), pid: other.pid });
    await other.kill();
  });

  it('is free again the moment its holder is killed', async () => {
    const other = new SecondProcess(holdForEver, [file]);
    await other.nextLine();
    await other.kill();
    expect(existsSync(`${file}-lock`)).toBe(true);
    WorkspaceLock.acquire(file).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is refused to a second holder in the same process', () => {
    const first = WorkspaceLock.acquire(file);
    expect(refusal().code).toBe('workspace.openElsewhere');
    first.release();
    WorkspaceLock.acquire(file).release();
  });

  it('is not stopped by rubbish left under its name', () => {
    writeFileSync(`${file}-lock`, 'not a lock at all, but long enough to be looked at twice');
    WorkspaceLock.acquire(file).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('never has two holders, however often it is taken and released at once', async () => {
    const contend = `
      import { closeSync, openSync, rmSync } from 'node:fs';
      import { WorkspaceLock } from './db/workspace-lock.ts';
      const [file] = process.argv.slice(1);
      const end = Date.now() + 1500;
      let held = 0;
      while (Date.now() < end) {
        let lock;
        try { lock = WorkspaceLock.acquire(file); } catch (error) {
          if (error.code !== 'workspace.openElsewhere') throw error;
          continue;
        }
        // 'wx' fails when somebody else is inside.
        closeSync(openSync(file + '.inside', 'wx'));
        held++;
        rmSync(file + '.inside');
        lock.release();
      }
      console.log(held);
    `;
    const others = Array.from({ length: 3 }, () => new SecondProcess(contend, [file]));
    const held = await Promise.all(others.map(async (other) => Number(await other.nextLine())));
    const exits = await Promise.all(others.map((other) => other.exit()));
    expect(exits).toEqual([0, 0, 0]);
    expect(held.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(10);
    expect(readdirSync(folder).filter((name) => name.endsWith('.inside'))).toEqual([]);
  });
});
