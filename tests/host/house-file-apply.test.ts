import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedWorkbook } from '../../core/contract/house-file.contract.ts';
import type { RoundModel } from '../../core/contract/round.contract.ts';
import { cellChangeKey, changeConflicts } from '../../core/domain/house/change-conflicts.ts';
import { houseWords } from '../../core/domain/house/drawing/house-words.ts';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { figureOptionsOf } from '../../core/domain/house/house-of-view.ts';
import { scalePresets } from '../../core/domain/house/relation-scale.ts';
import { describeHouseWorkbook } from '../../core/domain/house/workbook/house-workbook.ts';
import { translatorOver } from '../../core/i18n/translate.ts';
import { readWorkspaceRow } from '../../db/repositories/workspace.repository.ts';
import { writeDescribedWorkbook } from '../../electron/host/exporters/xlsx/described-workbook.ts';
import { readHouseModel } from '../../electron/host/house-view.ts';
import { localeTrees } from '../../electron/host/locale-words.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement } from '../support/workspace-seeds.ts';

let test: TestHost;
let houseId = 0;
beforeEach(async () => {
  test = await startTestHost();
  const requirementIds = [await addRequirement(test, '빠르다')];
  ({ id: houseId } = await test.call('house.create', { name: '집', requirementIds }));
  await test.call('house.addOwnWhat', { houseId, name: '친절하다' });
  await test.call('house.addHow', { houseId, name: '대기 시간' });
  await test.call('house.addHow', { houseId, name: '응대 점수' });
  await test.call('house.addCompetitor', { houseId, name: '가나' });
});
afterEach(() => test.dispose());

async function recordNow(): Promise<RoundModel> {
  const record = await readHouseModel(test.host.context.session.db, houseId);
  if (record === null) throw new Error('no such house');
  return record;
}

/** The workbook of the house as it is now, as a person leaves it who makes `edited` of it in Excel. */
async function openedAfter(edited: (record: RoundModel) => RoundModel): Promise<OpenedWorkbook> {
  const record = await recordNow();
  const model = edited(record);
  const options = figureOptionsOf(record);
  const workspace = await readWorkspaceRow(test.host.context.session.db);
  const description = describeHouseWorkbook({
    model,
    figures: houseFigures(model, options),
    options,
    words: houseWords(translatorOver(localeTrees('ko'))),
    houseKey: `${workspace.created_at}#${houseId}`,
    record,
  });
  const path = join(test.folder, 'edited.xlsx');
  writeFileSync(path, await writeDescribedWorkbook(description));
  const { workbook } = await test.call('houseFile.open', {
    token: test.host.context.files.admit(path),
  });
  if (workbook === null) throw new Error('no house was read');
  return workbook;
}

function apply({ before, record }: OpenedWorkbook, taken: string[] = []) {
  return test.call('houseFile.apply', { houseId, before, record, taken });
}

describe('a workbook of a house that was changed in Excel', () => {
  it('is written into the same house in one step: cells, roof, figures, facts and names', async () => {
    const start = await recordNow();
    const workbook = await openedAfter((record) => ({
      ...record,
      name: '새 이름',
      relations: [
        [9, 3],
        [0, 1],
      ],
      whats: record.whats.map((what, i) => ({
        ...what,
        name: i === 1 ? '상냥하다' : what.name,
        importance: 5 - i,
        current: 2,
        target: 4,
        salesPoint: 1.5,
        kano: 'O' as const,
        ratings: [3],
      })),
      hows: record.hows.map((how) => ({
        ...how,
        name: `${how.name} (초)`,
        unit: '초',
        direction: 'down' as const,
        targetValue: '20',
        difficulty: 4,
        ownRating: 2,
        ratings: [5],
      })),
      roof: [{ howId: record.hows[0]?.id ?? 0, otherHowId: record.hows[1]?.id ?? 0, strength: -2 }],
    }));
    expect(workbook).toMatchObject({
      house: { id: houseId, name: '집', now: start },
      problems: [],
    });
    expect(workbook.before).toEqual(start);
    const { leftOut } = await apply(workbook);
    expect(leftOut).toBe(0);
    expect(await recordNow()).toEqual(workbook.record);
    await test.call('undo.undo', {});
    expect(await recordNow()).toEqual(start);
  });

  it('leaves alone what was changed in the house meanwhile', async () => {
    const workbook = await openedAfter((record) => ({
      ...record,
      relations: [
        [9, 0],
        [0, 0],
      ],
    }));
    const [whatId = 0, otherWhatId = 0] = workbook.record.whats.map(({ id }) => id);
    const [howId = 0] = workbook.record.hows.map(({ id }) => id);
    await test.call('house.setRelations', {
      houseId,
      cells: [{ whatId: otherWhatId, howId, strength: 3 }],
    });
    await test.call('house.setImportance', { houseId, values: [{ whatId, importance: 5 }] });
    expect(await apply(workbook)).toEqual({ written: 1, leftOut: 0, kept: 0 });
    const { relations, whats } = await recordNow();
    expect(relations).toEqual([
      [9, 0],
      [3, 0],
    ]);
    expect(whats[0]?.importance).toBe(5);
  });

  it('gives way where the house was changed too, but for what is taken from it', async () => {
    const workbook = await openedAfter((record) => ({
      ...record,
      name: '엑셀 집',
      relations: [
        [9, 3],
        [1, 0],
      ],
      whats: record.whats.map((what) => ({ ...what, importance: 5 })),
      hows: record.hows.map((how, j) => ({ ...how, name: j === 0 ? '엑셀 이름' : how.name })),
    }));
    const [whatId = 0, otherWhatId = 0] = workbook.record.whats.map(({ id }) => id);
    const [howId = 0, otherHowId = 0] = workbook.record.hows.map(({ id }) => id);
    await test.call('house.setRelations', {
      houseId,
      cells: [
        { whatId, howId, strength: 1 },
        { whatId, howId: otherHowId, strength: 1 },
        { whatId: otherWhatId, howId, strength: 1 },
      ],
    });
    await test.call('house.setImportance', { houseId, values: [{ whatId, importance: 2 }] });
    await test.call('house.updateHow', { howId, name: '하우스 이름' });
    await test.call('house.rename', { id: houseId, name: '하우스 집' });
    const before = await recordNow();
    const conflicts = changeConflicts(workbook.before, workbook.record, before);
    expect([...conflicts.values()]).toEqual(['하우스 집', '하우스 이름', 1, 1, 2]);
    expect(await apply(workbook, [cellChangeKey({ whatId, howId })])).toEqual({
      written: 3,
      leftOut: 0,
      kept: 4,
    });
    const after = await recordNow();
    expect(after.name).toBe('하우스 집');
    expect(after.hows[0]?.name).toBe('하우스 이름');
    expect(after.whats.map(({ importance }) => importance)).toEqual([2, 5]);
    expect(after.relations).toEqual([
      [9, 1],
      [1, 0],
    ]);
    await test.call('undo.undo', {});
    expect(await recordNow()).toEqual(before);
    await apply(workbook, [...conflicts.keys()]);
    expect(await recordNow()).toMatchObject({
      name: '엑셀 집',
      relations: workbook.record.relations,
    });
  });

  it('brings its relations to the scale that the house has now', async () => {
    const workbook = await openedAfter((record) => ({
      ...record,
      relations: [
        [9, 3],
        [0, 1],
      ],
    }));
    const scale = { levels: [...scalePresets['5-3-1'].levels] };
    await test.call('house.setScale', { houseId, scale });
    expect(await apply(workbook)).toEqual({ written: 3, leftOut: 0, kept: 0 });
    expect((await recordNow()).relations).toEqual([
      [5, 3],
      [0, 1],
    ]);
  });

  it('is not changed by a figure with more digits than a sheet keeps', async () => {
    const [whatId = 0] = (await recordNow()).whats.map(({ id }) => id);
    await test.call('house.setImportance', {
      houseId,
      values: [{ whatId, importance: 10 / 3 }],
    });
    const workbook = await openedAfter((record) => record);
    expect(workbook.record).toEqual(workbook.before);
  });

  it('leaves rows and columns that come or go for a new house, and says how many changes it left', async () => {
    const workbook = await openedAfter((record) => ({
      ...record,
      whats: record.whats.slice(0, 1),
      relations: [[9, 0]],
    }));
    expect(await apply(workbook)).toEqual({ written: 1, leftOut: 1, kept: 0 });
    expect((await recordNow()).relations).toEqual([
      [9, 0],
      [0, 0],
    ]);
  });

  it('leaves what the house has no row or column for any more', async () => {
    const workbook = await openedAfter((record) => ({
      ...record,
      relations: [
        [9, 3],
        [0, 1],
      ],
    }));
    const howId = workbook.record.hows[1]?.id ?? 0;
    await test.call('house.removeHow', { houseId, howId });
    expect(await apply(workbook)).toEqual({ written: 1, leftOut: 2, kept: 0 });
  });

  it('knows no house when that is gone', async () => {
    const workbook = await openedAfter((record) => record);
    await test.call('house.remove', { id: houseId });
    await expect(apply(workbook)).rejects.toMatchObject({ code: 'house.notFound' });
  });
});
