import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverFile } from '../../db/deliver-file.ts';
import { createWorkspaceFile, openWorkspaceFile } from '../../db/workspace-file.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);
const workspace = (name: string) => ({ name, sample: false, createdAt: '2026-01-01T00:00:00Z' });

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-deliver-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('delivering a file', () => {
  it('replaces what was there', async () => {
    writeFileSync(at('보고서.pdf'), 'new');
    writeFileSync(at('받는 곳.pdf'), 'a longer old one');
    await deliverFile(at('보고서.pdf'), at('받는 곳.pdf'));

    expect(readFileSync(at('받는 곳.pdf'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('refuses to write over an open workspace, which goes on as it was', async () => {
    createWorkspaceFile(at('원본.csm'), workspace('원본'));
    createWorkspaceFile(at('사본.csm'), workspace('사본'));
    const open = await openWorkspaceFile(at('원본.csm'));

    await expect(deliverFile(at('사본.csm'), at('원본.csm'))).rejects.toMatchObject({
      code: 'workspace.openCannotReplace',
    });
    expect(open.raw.prepare('SELECT name FROM workspace').pluck().get()).toBe('원본');
    await open.close();
  });

  it('takes the log of a crashed workspace away with the workspace', async () => {
    createWorkspaceFile(at('옛것.csm'), workspace('옛것'));
    createWorkspaceFile(at('새것.csm'), workspace('새것'));
    writeFileSync(at('옛것.csm-wal'), 'left by a crash');
    await deliverFile(at('새것.csm'), at('옛것.csm'));

    expect(readdirSync(folder).sort()).toEqual(['새것.csm', '옛것.csm'].sort());
  });

  it('leaves what was there when the place cannot be written', async () => {
    writeFileSync(at('보고서.pdf'), 'new');
    mkdirSync(at('폴더.pdf'));

    await expect(deliverFile(at('보고서.pdf'), at('폴더.pdf'))).rejects.toMatchObject({
      code: 'app.cannotSave',
      params: { fileName: '폴더.pdf' },
    });
    expect(readdirSync(folder)).toHaveLength(2);
  });
});

describe('creating a workspace', () => {
  it('does not play the log of a vanished workspace of that name into the new one', async () => {
    createWorkspaceFile(at('a.csm'), workspace('지운 것'));
    const open = await openWorkspaceFile(at('a.csm'));
    open.raw.exec("UPDATE workspace SET name = '로그에만 있는 이름'");
    const log = readFileSync(at('a.csm-wal'));
    await open.close();
    rmSync(at('a.csm'));
    writeFileSync(at('a.csm-wal'), log);
    createWorkspaceFile(at('a.csm'), workspace('새것'));
    const created = await openWorkspaceFile(at('a.csm'));

    expect(created.raw.prepare('SELECT name FROM workspace').pluck().get()).toBe('새것');
    await created.close();
  });
});
