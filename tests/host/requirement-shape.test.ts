import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequirementRow } from '../../core/contract/requirement.contract.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addWave, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

async function voc(text: string, severity: number | null = null): Promise<number> {
  const fields = { text, severity, receivedAt: '2026-03-15' };
  return (await test.call('voc.create', { ...fields, channel: 'phone', kind: 'complaint' })).id;
}

async function add(name: string, vocIds: number[] = [], parentId: number | null = null) {
  return (await test.call('requirement.create', { name, vocIds, parentId })).id;
}

const list = () => test.call('requirement.list', {});
async function row(id: number): Promise<RequirementRow> {
  const found = (await list()).find((requirement) => requirement.id === id);
  if (found === undefined) throw new Error(`no requirement ${id}`);
  return found;
}
const evidenceOf = async (requirementId: number) =>
  (await test.call('voc.listIds', { filter: { requirementId } })).ids.toSorted((a, b) => a - b);

/** Everything a merge or a split may touch, as the file holds it. */
function stored(): unknown {
  const { raw } = test.host.context.session;
  const keys = {
    requirement: 'id',
    requirement_voc: 'requirement_id, voc_id',
    requirement_item: 'requirement_id, item_id',
    what: 'id',
    house_cell: 'what_id, how_id',
  };
  return Object.entries(keys).map(([table, key]) =>
    raw.prepare(`SELECT * FROM ${table} ORDER BY ${key}`).all(),
  );
}

async function undoAndRedo(before: unknown): Promise<void> {
  const after = stored();
  await test.call('undo.undo', {});
  expect(stored()).toEqual(before);
  await test.call('undo.redo', {});
  expect(stored()).toEqual(after);
}

describe('what is known of a requirement', () => {
  it('is its Kano class and its weight, each one step to undo', async () => {
    const id = await add('빠른 환불');
    const before = stored();
    await test.call('requirement.setKano', { id, kano: 'M' });
    expect((await test.call('undo.state', {})).undo).toEqual({
      label: 'requirement:undo.kanoM',
      params: { name: '빠른 환불' },
    });
    await undoAndRedo(before);
    await test.call('requirement.setWeight', { id, weight: 4.5 });
    expect(await row(id)).toMatchObject({ kano: 'M', weight: 4.5 });
    await test.call('requirement.setWeight', { id, weight: null });
    await test.call('requirement.setKano', { id, kano: null });
    expect(await row(id)).toMatchObject({ kano: null, weight: null });
  });

  it('is importance from its evidence, which follows every edit of either', async () => {
    const grave = await voc('환불이 안 됩니다', 5);
    const slight = await voc('환불 화면이 작아요', 1);
    const id = await add('빠른 환불', [grave, slight]);
    expect((await row(id)).importance).toMatchObject({ value: 6, meanSeverity: 3, share: 1 });
    await test.call('voc.update', { ids: [slight], patch: { severity: 4 } });
    expect((await row(id)).importance.value).toBe(9);
    await test.call('voc.remove', { ids: [grave] });
    expect((await row(id)).importance.value).toBe(4);
    await test.call('undo.undo', {});
    expect((await row(id)).importance.value).toBe(9);
  });
});

describe('a quote', () => {
  it('is the first sentence, personal data hidden, or the passage chosen', async () => {
    const said = await voc('제 번호는 010-1234-5678 입니다. 환불이 2주째 늦어요. 답답합니다.');
    const id = await add('빠른 환불', [said]);
    const before = stored();
    await test.call('requirement.setQuote', { id, vocId: said });
    expect((await row(id)).quote).toEqual({ vocId: said, text: '제 번호는 010-1234-**** 입니다.' });
    await undoAndRedo(before);
    await test.call('requirement.setQuote', { id, vocId: said, passage: '환불이 2주째 늦어요.' });
    expect((await row(id)).quote?.text).toBe('환불이 2주째 늦어요.');
    await test.call('requirement.setQuote', { id, vocId: null });
    expect((await row(id)).quote).toBeNull();
  });

  it('is of a VOC that is evidence here or below, and in words that were said', async () => {
    const said = await voc('환불이 늦어요');
    const other = await voc('친절했어요');
    const top = await add('환불');
    await add('빠르게', [said], top);
    await test.call('requirement.setQuote', { id: top, vocId: said });
    expect((await row(top)).quote?.text).toBe('환불이 늦어요');
    await expect(
      test.call('requirement.setQuote', { id: top, vocId: other }),
    ).rejects.toMatchObject({ code: 'requirement.quoteNotEvidence' });
    await expect(
      test.call('requirement.setQuote', { id: top, vocId: said, passage: '환불이 빨라요' }),
    ).rejects.toMatchObject({ code: 'requirement.quoteNotSaid' });
  });

  it('goes when its VOC is no longer evidence or is removed, and comes back by undo', async () => {
    const said = await voc('환불이 늦어요');
    const id = await add('빠른 환불', [said]);
    await test.call('requirement.setQuote', { id, vocId: said });
    await test.call('requirement.removeEvidence', { requirementId: id, vocIds: [said] });
    expect((await row(id)).quote).toBeNull();
    await test.call('undo.undo', {});
    expect((await row(id)).quote?.text).toBe('환불이 늦어요');
    await test.call('voc.remove', { ids: [said] });
    expect((await row(id)).quote).toBeNull();
    await test.call('undo.undo', {});
    expect((await row(id)).quote?.text).toBe('환불이 늦어요');
  });
});

describe('splitting', () => {
  it('makes a sibling right below of the VOC chosen, and their quote goes along', async () => {
    const [a, b, c] = [await voc('환불 지연'), await voc('환불 누락'), await voc('환불 수수료')];
    const top = await add('환불');
    const id = await add('환불 전반', [a, b, c], top);
    await add('그 밖', [], top);
    await test.call('requirement.setQuote', { id, vocId: b });
    const before = stored();
    const part = await test.call('requirement.split', {
      id,
      vocIds: [b, c],
      name: '빠짐없는 환불',
    });
    expect(part.moved).toBe(2);
    expect((await list()).map(({ code, name }) => `${code} ${name}`)).toEqual([
      '1 환불',
      '1.1 환불 전반',
      '1.2 빠짐없는 환불',
      '1.3 그 밖',
    ]);
    expect(await evidenceOf(id)).toEqual([a]);
    expect(await evidenceOf(part.id)).toEqual([b, c]);
    expect((await row(id)).quote).toBeNull();
    expect((await row(part.id)).quote?.text).toBe('환불 누락');
    await undoAndRedo(before);
  });

  it('leaves survey items and places in houses with the original', async () => {
    const { itemIds } = await addWave(test, {
      name: '1차',
      surveyedOn: '2026-01-01',
      items: ['환불 만족'],
      respondents: [],
    });
    const said = await voc('환불 지연');
    const id = await add('환불', [said, await voc('환불 누락')]);
    await test.call('requirement.setItems', { requirementId: id, itemIds });
    const house = await test.call('house.create', { name: '집', requirementIds: [id] });
    const part = await test.call('requirement.split', { id, vocIds: [said], name: '빠른 환불' });
    expect((await row(id)).itemIds).toEqual(itemIds);
    expect((await row(part.id)).itemIds).toEqual([]);
    const { whats } = await test.call('house.get', { id: house.id });
    expect(whats.map((what) => what.requirementId)).toEqual([id]);
  });

  it('refuses VOC that are not its own, and leaves everything as it was', async () => {
    const said = await voc('친절');
    const id = await add('환불', [await voc('환불 지연')]);
    const before = stored();
    await expect(
      test.call('requirement.split', { id, vocIds: [said], name: '새것' }),
    ).rejects.toMatchObject({ code: 'requirement.splitNothing' });
    expect(stored()).toEqual(before);
  });
});

describe('merging', () => {
  it('unites evidence, items, children and words, and is one step to undo', async () => {
    const { itemIds } = await addWave(test, {
      name: '1차',
      surveyedOn: '2026-01-01',
      items: ['문항 1', '문항 2'],
      respondents: [],
    });
    const [a, b, c] = [await voc('가'), await voc('나'), await voc('다')];
    const into = await add('빠른 환불', [a, b]);
    const other = await add('환불 속도', [b, c]);
    const child = await add('카드 환불', [], other);
    await test.call('requirement.setItems', { requirementId: into, itemIds: itemIds.slice(0, 1) });
    await test.call('requirement.setItems', { requirementId: other, itemIds });
    await test.call('requirement.setKano', { id: other, kano: 'O' });
    await test.call('requirement.setQuote', { id: other, vocId: c });
    await test.call('requirement.update', { id: other, description: '2주를 넘기지 않는다' });
    const before = stored();
    expect(await test.call('requirement.merge', { ids: [other], intoId: into })).toEqual({
      added: 1,
      combinedHouses: 0,
      takenHouses: 0,
    });
    expect((await test.call('undo.state', {})).undo).toEqual({
      label: 'requirement:undo.merge',
      params: { name: '빠른 환불', count: 1 },
    });
    expect(await evidenceOf(into)).toEqual([a, b, c]);
    expect(await row(into)).toMatchObject({
      itemIds,
      kano: 'O',
      description: '2주를 넘기지 않는다',
      quote: { vocId: c, text: '다' },
    });
    expect((await row(child)).parentId).toBe(into);
    await undoAndRedo(before);
  });

  it('keeps the stronger relation where both stand in a house, and the importance of the one that stays', async () => {
    const [into, other] = [await add('빠른 환불'), await add('환불 속도')];
    const { id } = await test.call('house.create', { name: '집', requirementIds: [into, other] });
    const how = async (name: string) =>
      (await test.call('house.addHow', { houseId: id, name })).howId;
    const [x, y, z] = [await how('처리 시간'), await how('안내'), await how('인원')];
    const cell = (whatId: number, howId: number, strength: number) => ({ whatId, howId, strength });
    const [kept = 0, gone = 0] = await whatIdsOf(test, id);
    await test.call('house.setRelations', {
      houseId: id,
      cells: [
        cell(kept, x, 3),
        cell(kept, y, 9),
        cell(gone, x, 9),
        cell(gone, y, 1),
        cell(gone, z, 1),
      ],
    });
    await test.call('house.setImportance', {
      houseId: id,
      values: [
        { whatId: kept, importance: 2 },
        { whatId: gone, importance: 5 },
      ],
    });
    const before = stored();
    const merged = await test.call('requirement.merge', { ids: [other], intoId: into });
    expect(merged).toMatchObject({ combinedHouses: 1, takenHouses: 0 });
    const view = await test.call('house.get', { id });
    expect(view.whats).toMatchObject([{ requirementId: into, importance: 2 }]);
    expect(view.relations).toEqual([[9, 9, 1]]);
    await undoAndRedo(before);
  });

  it('takes over the row of a house in which only the other stood', async () => {
    const [into, other] = [await add('빠른 환불'), await add('환불 속도')];
    const { id } = await test.call('house.create', { name: '집', requirementIds: [other] });
    const { howId } = await test.call('house.addHow', { houseId: id, name: '처리 시간' });
    const [whatId = 0] = await whatIdsOf(test, id);
    await test.call('house.setRelations', {
      houseId: id,
      cells: [{ whatId, howId, strength: 9 }],
    });
    const before = stored();
    const merged = await test.call('requirement.merge', { ids: [other], intoId: into });
    expect(merged).toMatchObject({ combinedHouses: 0, takenHouses: 1 });
    const view = await test.call('house.get', { id });
    expect(view.whats.map((what) => what.requirementId)).toEqual([into]);
    expect(view.relations).toEqual([[9]]);
    await undoAndRedo(before);
  });

  it('refuses a parent into its child and leaves everything as it was', async () => {
    const top = await add('위', [await voc('가')]);
    const below = await add('아래', [], top);
    const before = stored();
    await expect(
      test.call('requirement.merge', { ids: [top], intoId: below }),
    ).rejects.toMatchObject({ code: 'requirement.mergeIntoBelow' });
    expect(stored()).toEqual(before);
  });
});

describe('moving evidence', () => {
  it('takes a VOC from one requirement to another as one step', async () => {
    const [a, b] = [await voc('가'), await voc('나')];
    const one = await add('하나', [a, b]);
    const two = await add('둘', [b]);
    const before = stored();
    const moved = { fromId: one, toId: two, vocIds: [a, b] };
    expect(await test.call('requirement.moveEvidence', moved)).toEqual({ moved: 2 });
    expect(await evidenceOf(one)).toEqual([]);
    expect(await evidenceOf(two)).toEqual([a, b]);
    await undoAndRedo(before);
  });
});
