import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localeWords } from '../../electron/host/locale-words.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

const korean = localeWords('ko');

let app: OpenedApp;

const go = async (address: string, ready: 'grid' | 'heading') => {
  await app.page.goto(app.server.origin + address);
  await app.page.getByRole(ready).first().waitFor();
};
/** Everything of four rooms, to be compared whole. */
const everything = async () => {
  const { call } = app.test;
  const [house] = await call('house.list', {});
  return {
    requirements: await call('requirement.list', {}),
    house: await call('house.get', { id: house?.id ?? 0 }),
    csfs: await call('csf.list', {}),
    actions: await call('action.list', {}),
  };
};
/** What the button says it would undo or do again; null when there is nothing. */
const named = async (direction: 'undo' | 'redo') => {
  const state = await app.test.call('undo.state', {});
  const step = state[direction];
  return step === null ? null : korean(step.label, step.params);
};
const button = (direction: 'undo' | 'redo', step: string) =>
  app.page.getByRole('button', { name: korean(`app:${direction}.named`, { step }), exact: true });

interface Edit {
  step: string;
  after: Awaited<ReturnType<typeof everything>>;
}

const edits: Edit[] = [];

/** Waits until the last step is this one, and keeps how things stand after it. */
async function edited(step: string): Promise<void> {
  await expect.poll(() => named('undo')).toBe(step);
  await button('undo', step).waitFor();
  edits.push({ step, after: await everything() });
}

describe('undo across rooms', () => {
  let before: Edit['after'];

  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
    before = await everything();
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('begins with nothing to undo', async () => {
    await go('/', 'heading');
    const nothing = app.page.getByRole('button', { name: korean('app:undo.none') });
    await nothing.waitFor();
    await expect.poll(() => nothing.isDisabled()).toBe(true);
  });

  it('names each edit of four rooms on its button', async () => {
    const { page } = app;
    await go('/requirements', 'heading');
    const name = page.getByRole('textbox', { name: '1 요구 이름', exact: true });
    await name.fill('언제나 바로 연결되면 좋겠다');
    await name.press('Enter');
    await edited(korean('requirement:undo.update', { name: before.requirements[0]?.name ?? '' }));

    await go('/house', 'grid');
    const [row, column] = emptyCell(before.house.relations);
    await page.locator(`[data-row="${row}"][data-column="${column}"]`).click();
    await page.keyboard.press('9');
    await edited(korean('house:undo.setRelations', { count: 1, house: before.house.name }));

    await go('/csf', 'grid');
    const csf = before.csfs.find(({ status }) => status === 'agreed');
    const csfRow = page
      .getByRole('row')
      .filter({ hasText: csf?.howName ?? '' })
      .first();
    await csfRow.getByRole('gridcell').nth(3).click();
    await page.keyboard.press('Escape');
    await page.keyboard.press('3');
    await edited(korean('csf:undo.update', { name: csf?.howName ?? '' }));

    await go('/actions?overdueOnly=false', 'grid');
    const action = before.actions.find(({ status }) => status === 'planned');
    const actionRow = page
      .getByRole('row')
      .filter({ hasText: action?.title ?? '' })
      .first();
    await actionRow.getByRole('gridcell').first().click();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('2');
    await edited(korean('action:undo.update', { title: action?.title ?? '' }));
    expect(edits).toHaveLength(4);

    const { step } = edits[3] ?? { step: '' };
    await button('undo', step).hover();
    const words = korean('app:undo.named', { step });
    await page.getByRole('tooltip').getByText(words).waitFor();
  });

  it('takes them back one by one with Ctrl+Z, from a room of its own', async () => {
    const { page } = app;
    await go('/', 'heading');
    for (const [place, { step }] of [...edits.entries()].toReversed()) {
      await button('undo', step).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByText(korean('app:undo.done', { step }), { exact: true }).first().waitFor();
      await expect.poll(everything).toEqual(edits[place - 1]?.after ?? before);
    }
    await page.getByRole('button', { name: korean('app:undo.none') }).waitFor();
  });

  it('does them again with Ctrl+Y and Ctrl+Shift+Z', async () => {
    const { page } = app;
    for (const [place, { step, after }] of edits.entries()) {
      await button('redo', step).waitFor();
      await page.keyboard.press(place % 2 === 0 ? 'Control+y' : 'Control+Shift+z');
      await expect.poll(everything).toEqual(after);
    }
    await page.getByRole('button', { name: korean('app:redo.none') }).waitFor();
  });

  it('follows on the screen of the room one is in', async () => {
    const { page } = app;
    const last = edits.at(-1);
    const action = before.actions.find(({ status }) => status === 'planned');
    await go('/actions?overdueOnly=false', 'grid');
    const row = page
      .getByRole('row')
      .filter({ hasText: action?.title ?? '' })
      .first();
    await row.getByText(korean('action:statuses.inProgress')).waitFor();
    await button('undo', last?.step ?? '').click();
    await row.getByText(korean('action:statuses.planned')).waitFor();
    await button('redo', last?.step ?? '').click();
    await row.getByText(korean('action:statuses.inProgress')).waitFor();
  });

  it('loses no step when Ctrl+Z is pressed faster than the host answers', async () => {
    const { page } = app;
    await go('/', 'heading');
    await button('undo', edits.at(-1)?.step ?? '').waitFor();
    for (const _edit of edits) await page.keyboard.press('Control+z');
    await expect.poll(everything).toEqual(before);
    for (const _edit of edits) await page.keyboard.press('Control+y');
    await expect.poll(everything).toEqual(edits.at(-1)?.after);
  });

  it('forgets what was undone once something new is done', async () => {
    const { page } = app;
    // All that was done again is on the screen: what it says next comes of this key alone.
    const nothingToRedo = page.getByRole('button', { name: korean('app:redo.none') });
    await nothingToRedo.waitFor();
    await page.keyboard.press('Control+z');
    await button('redo', edits.at(-1)?.step ?? '').waitFor();
    await app.test.call('workspace.rename', { name: '다른 이름' });
    await nothingToRedo.waitFor();
  });

  it('leaves Ctrl+Z to the text one is writing', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/voc`);
    const field = page.getByRole('searchbox').first();
    const step = await named('undo');
    await field.click();
    await page.keyboard.type('기사');
    await page.keyboard.press('Control+z');
    await expect.poll(() => field.inputValue()).not.toBe('기사');
    await expect.poll(() => named('undo')).toBe(step);
  });
});

describe('undoing an import', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  const total = async () => (await app.test.call('voc.count', {})).total;

  it('is one step, named by the file, and can be done again', async () => {
    const { page } = app;
    await app.test.call('voc.create', {
      text: '먼저 적은 말',
      receivedAt: '2026-11-01',
      channel: 'phone',
      kind: 'complaint',
    });
    await page.goto(`${app.server.origin}/import/voc`);
    const lines = Array.from({ length: 500 }, (_, row) => `A${row},고객의 말 ${row}`);
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '파일 선택' }).click();
    await (await choosing).setFiles({
      name: '콜센터.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['번호,내용', ...lines].join('\n')),
    });
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByRole('button', { name: '가져오기 시작' }).click();
    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
    await expect.poll(() => total()).toBe(501);

    const step = korean('import:undo.voc', { count: 500, fileName: '콜센터.csv' });
    await button('undo', step).click();
    await expect.poll(total).toBe(1);
    await button('redo', step).click();
    await expect.poll(total).toBe(501);
    // What was found before is found again: the search follows undo and redo.
    const { rows } = await app.test.call('voc.listPage', { filter: { search: '말 499' } });
    expect(rows.map(({ text }) => text)).toEqual(['고객의 말 499']);
  });
});

/** The first cell of the matrix that holds no relation. */
function emptyCell(relations: readonly (readonly number[])[]): [row: number, column: number] {
  for (const [row, strengths] of relations.entries()) {
    const column = strengths.indexOf(0);
    if (column !== -1) return [row, column];
  }
  throw new Error('every cell is filled');
}
