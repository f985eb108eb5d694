import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkBesideWork } from '../../electron/host/upkeep/check-beside-work.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

/** Closes the workspace, changes its bytes by `damage` and opens it again. */
async function reopenAfter(damage: (bytes: Buffer) => void): Promise<void> {
  const { raw, file } = test.host.context.session;
  const insert = raw.prepare(
    `INSERT INTO voc (text, received_at, channel, kind, reply_note, created_at, updated_at)
     VALUES ('느려요', '2026-01-01', 'web', 'complaint', ?, '', '')`,
  );
  raw.transaction(() => {
    for (let number = 0; number < 90; number++) insert.run('가'.repeat(333_000));
  })();
  await test.call('workspace.close', {});
  const bytes = readFileSync(file);
  damage(bytes);
  writeFileSync(file, bytes);
  await test.call('workspace.open', { token: test.host.context.files.admit(file) });
}

const told = () => test.events.filter(({ name }) => name === 'workspace.foundDamaged');

describe('a big file that was only looked at when it was opened', () => {
  it('is checked beside the work, and nobody hears of it when it is whole', async () => {
    await reopenAfter(() => undefined);
    expect(test.host.context.session.foundWhole).toBe(false);
    await checkBesideWork(test.host.context, 0);
    expect(told()).toEqual([]);
    await test.call('voc.update', { ids: [1], patch: { status: 'inProgress' } });
  });

  it('takes no edits any more once damage is found, and can still be read and copied', async () => {
    await reopenAfter((bytes) => scribbleOverIndex(bytes));
    const { file } = test.host.context.session;
    await checkBesideWork(test.host.context, 0);
    expect(told()).toEqual([
      {
        name: 'workspace.foundDamaged',
        payload: { code: 'workspace.foundDamaged', params: { fileName: path.basename(file) } },
      },
    ]);
    await expect(
      test.call('voc.update', { ids: [1], patch: { status: 'inProgress' } }),
    ).rejects.toMatchObject({ code: 'workspace.foundDamaged' });
    expect(await test.call('voc.get', { id: 1 })).toMatchObject({ text: '느려요' });
    expect((await test.call('workspace.saveCopy', {})).fileName).toBe(path.basename(file));
  });

  it('is not checked any more when it is closed before its turn', async () => {
    await reopenAfter(() => undefined);
    const checking = checkBesideWork(test.host.context, 60_000);
    await test.call('workspace.close', {});
    await checking;
    expect(told()).toEqual([]);
  });
});

/** A page of the index by channel, which no first or last row of a table lies on. */
function scribbleOverIndex(bytes: Buffer): void {
  const at = bytes.indexOf('web2026-01-01');
  if (at < 0) throw new Error('the index by channel has such entries');
  const page = at - (at % 4096);
  bytes.fill(0x5a, page, page + 4096);
}
