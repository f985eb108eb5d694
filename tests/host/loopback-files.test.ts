import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestLoopback, type TestLoopback } from '../support/loopback-builder.ts';

let loopback: TestLoopback;

beforeEach(async () => {
  loopback = await startTestLoopback();
});
afterEach(() => loopback.dispose());

async function upload(name: string, body: string | Buffer) {
  const answer = await loopback.send(`/upload?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { ...(await loopback.signIn()), 'content-type': 'application/octet-stream' },
    body,
  });
  return JSON.parse(answer.body) as { token: string; name: string; bytes: number };
}

describe('upload', () => {
  it('keeps the bytes and the name, and tells only a token', async () => {
    const picked = await upload('2026 고객의 소리.csv', '내용\n친절했습니다\n');
    const kept = loopback.test.host.context.files.resolve(picked.token);

    expect(Object.keys(picked).sort()).toEqual(['bytes', 'name', 'token']);
    expect(picked).toMatchObject({ name: '2026 고객의 소리.csv', bytes: 26 });
    expect(readFileSync(kept.path, 'utf8')).toBe('내용\n친절했습니다\n');
  });

  it.each(['../../evil.csv', 'C:\\Windows\\evil.csv', '..', '\u0000', 'a"b\r\n.csv', '.csv'])(
    'stays in its folder whatever the name says: %j',
    async (name) => {
      const picked = await upload(name, 'x');
      const kept = loopback.test.host.context.files.resolve(picked.token);

      expect(path.dirname(kept.path)).toBe(path.join(loopback.test.folder, 'temporary'));
      expect(picked.name).not.toMatch(/[/\\"\r\n\0]|^\.\.?$/);
    },
  );

  it('moves a workspace to where workspaces live, beside one of the same name', async () => {
    const current = await loopback.test.call('workspace.current', {});
    const { token: copy } = await loopback.test.call('workspace.saveCopy', {});
    const bytes = readFileSync(loopback.test.host.context.files.resolve(copy).path);
    const picked = await upload(current?.fileName ?? '', bytes);
    const opened = await loopback.test.call('workspace.open', { token: picked.token });

    expect(opened.fileName).toBe('시험 (2).csm');
    expect(path.dirname(opened.displayPath)).toBe(path.join(loopback.test.folder, 'workspaces'));
    await loopback.test.call('workspace.rename', { name: '옮긴 작업 파일' });
    expect(existsSync(opened.displayPath)).toBe(true);
  });

  it.each([
    ['고객만족 개선 '.repeat(20), 200],
    ['CON', 8],
    ['서비스 개선'.normalize('NFD'), 20],
  ])('gives a workspace called %j a name that every system accepts', async (name, mostBytes) => {
    const { token: copy } = await loopback.test.call('workspace.saveCopy', {});
    const bytes = readFileSync(loopback.test.host.context.files.resolve(copy).path);
    const picked = await upload(`${name}.csm`, bytes);
    const opened = await loopback.test.call('workspace.open', { token: picked.token });

    expect(Buffer.byteLength(opened.fileName)).toBeLessThanOrEqual(mostBytes);
    expect(opened.fileName).toBe(opened.fileName.normalize('NFC'));
    expect(opened.fileName).not.toBe('CON.csm');
  });

  it('leaves a file that only calls itself a workspace out of that folder', async () => {
    const picked = await upload('가짜.csm', 'not a database');

    expect(existsSync(path.join(loopback.test.folder, 'workspaces', '가짜.csm'))).toBe(false);
    await expect(loopback.test.call('workspace.open', { token: picked.token })).rejects.toThrow(
      'workspace.notOurs',
    );
  });
});

describe('download', () => {
  it('comes as an attachment under its Korean name', async () => {
    const file = path.join(loopback.test.folder, 'report.pdf');
    writeFileSync(file, '%PDF');
    const token = loopback.test.host.context.files.admit(file);
    const { cookie } = await loopback.signIn();
    const name = encodeURIComponent("고객만족 보고서 '26(최종).pdf");
    const answer = await loopback.send(`/files/${token}?name=${name}`, { headers: { cookie } });

    expect(answer.body).toBe('%PDF');
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-length']).toBe('4');
    const disposition = String(answer.headers['content-disposition']);
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/);
    const encoded = disposition.split("UTF-8''")[1] ?? '';
    expect(decodeURIComponent(encoded)).toBe("고객만족 보고서 '26(최종).pdf");
    expect(encoded).not.toMatch(/['()*]/);
  });

  it('cuts a long name between characters', async () => {
    const file = path.join(loopback.test.folder, 'report.pdf');
    writeFileSync(file, '%PDF');
    const token = loopback.test.host.context.files.admit(file);
    const { cookie } = await loopback.signIn();
    const name = encodeURIComponent(`${'👍'.repeat(120)}a.pdf`);
    const answer = await loopback.send(`/files/${token}?name=${name}`, { headers: { cookie } });

    expect(answer.status).toBe(200);
  });

  it('answers an unknown token and a vanished file with a code', async () => {
    const { cookie } = await loopback.signIn();
    const gone = loopback.test.host.context.files.admit(path.join(loopback.test.folder, 'gone'));
    for (const token of ['unknown', gone]) {
      const answer = await loopback.send(`/files/${token}`, { headers: { cookie } });

      expect(answer.status).toBe(404);
      expect(JSON.parse(answer.body)).toMatchObject({ error: { code: 'import.fileGone' } });
    }
  });
});
