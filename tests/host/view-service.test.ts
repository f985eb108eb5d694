import { afterEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addVoc } from '../support/workspace-seeds.ts';

let test: TestHost;
afterEach(() => test.dispose());

const parts = {
  filter: { kinds: ['complaint' as const], open: true },
  sort: { field: 'severity' as const, direction: 'desc' as const },
  columns: [{ id: 'text', width: 300, hidden: false }],
};
const names = async () => (await test.call('view.list', {})).map(({ name }) => name);

describe('saved views', () => {
  it('come back as they were saved, in the order of the menu', async () => {
    test = await startTestHost();
    const { id } = await test.call('view.save', { name: '불만', ...parts });
    await test.call('view.save', { name: '둘째', ...parts, filter: {} });
    expect(await test.call('view.list', {})).toMatchObject([
      { id, name: '불만', ...parts },
      { name: '둘째', filter: {} },
    ]);
  });

  it('are renamed, overwritten, moved and removed, each as one step to undo', async () => {
    test = await startTestHost();
    const { id } = await test.call('view.save', { name: '가', ...parts });
    await test.call('view.save', { name: '나', ...parts });
    await test.call('view.save', { name: '다', ...parts });

    await test.call('view.rename', { id, name: '라' });
    await test.call('view.update', { id, ...parts, filter: { escalated: true } });
    await test.call('view.move', { id, position: 9 });
    expect(await names()).toEqual(['나', '다', '라']);
    expect((await test.call('view.list', {})).at(-1)?.filter).toEqual({ escalated: true });
    await test.call('view.remove', { id });
    expect(await names()).toEqual(['나', '다']);

    for (let step = 0; step < 4; step++) await test.call('undo.undo', {});
    expect(await names()).toEqual(['가', '나', '다']);
    expect((await test.call('view.list', {}))[0]?.filter).toEqual(parts.filter);
  });

  it('refuse a name that is taken, and a view that is gone', async () => {
    test = await startTestHost();
    const { id } = await test.call('view.save', { name: '가', ...parts });
    await expect(test.call('view.save', { name: '가', ...parts })).rejects.toMatchObject({
      code: 'view.nameTaken',
    });
    await test.call('view.remove', { id });
    await expect(test.call('view.rename', { id, name: '나' })).rejects.toMatchObject({
      code: 'view.unknown',
    });
  });

  it('open also when another program wrote nonsense into one', async () => {
    test = await startTestHost();
    const { id } = await test.call('view.save', { name: '가', ...parts });
    test.host.context.session.raw
      .prepare(`UPDATE saved_view SET filter = '{"kinds": 7}', columns = 'no json' WHERE id = ?`)
      .run(id);
    expect(await test.call('view.list', {})).toMatchObject([
      { name: '가', filter: {}, columns: [] },
    ]);
  });

  it('stand ready in the sample', async () => {
    test = await startTestHost({ workspace: 'sample' });
    const views = await test.call('view.list', {});
    expect(views.length).toBeGreaterThanOrEqual(3);
    for (const { filter, sort } of views) {
      const { rows } = await test.call('voc.listPage', { filter, sort, limit: 5 });
      expect(rows.length).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('changing many cells', () => {
  it('writes different values to different VOC as one step', async () => {
    test = await startTestHost();
    const [first, second] = [await addVoc(test, '가'), await addVoc(test, '나')];
    const { changed } = await test.call('cell.change', {
      cause: 'paste',
      changes: [
        { ids: [first], patch: { kind: 'praise', branch: '새지점' } },
        { ids: [second], patch: { severity: 5 } },
      ],
    });
    expect(changed).toBe(2);
    expect(await test.call('voc.get', { id: first })).toMatchObject({
      kind: 'praise',
      branch: '새지점',
    });
    await test.call('undo.undo', {});
    expect(await test.call('voc.get', { id: first })).toMatchObject({
      kind: 'complaint',
      branch: null,
    });
    expect(await test.call('voc.get', { id: second })).toMatchObject({ severity: null });
  });
});
