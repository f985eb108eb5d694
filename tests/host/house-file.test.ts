import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../core/contract/contract.ts';
import type { OpenedHouseFile } from '../../core/contract/house-file.contract.ts';
import { houseDrawingSchema } from '../../core/contract/house-file.contract.ts';
import type { RoundModel } from '../../core/contract/round.contract.ts';
import { recordFault, recordOf } from '../../core/domain/house/house-record.ts';
import { openHouseFile } from '../../electron/host/house-file/open-house-file.ts';
import { writeHouseFile } from '../../electron/host/house-file/write-house-file.ts';
import { readHouseModel } from '../../electron/host/house-view.ts';
import { localeTrees } from '../../electron/host/locale-words.ts';
import { newCancelFlag } from '../../electron/host/work-in-worker.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { inspectPdf, pdfText } from '../support/pdf-inspection.ts';
import { anyHouseModel } from '../support/random-house.ts';
import { sampleHouse } from '../support/sample-house.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

async function exported(
  order: InputOf<'houseFile.start'>,
  from: TestHost = test,
): Promise<{ path: string; fileName: string }> {
  const { jobId } = await from.call('houseFile.start', order);
  const job = await from.jobEnd(jobId);
  expect(job).toMatchObject({ status: 'succeeded', error: null });
  const { token, fileName } = job.reportFile ?? { token: '', fileName: '' };
  return { path: from.host.context.files.resolveExisting(token).path, fileName };
}

const writing = {
  kind: 'write',
  format: 'xlsx',
  paper: 'a3',
  houseKey: 'here#1',
  drawing: houseDrawingSchema.parse({}),
  date: '2026-11-22',
  locale: 'ko',
  words: localeTrees('ko'),
  cancelFlag: newCancelFlag(),
} as const;

function opened(path: string): Promise<OpenedHouseFile> {
  return test.call('houseFile.open', { token: test.host.context.files.admit(path) });
}

async function recordIn(houseId: number, from: TestHost = test): Promise<RoundModel> {
  const record = await readHouseModel(from.host.context.session.db, houseId);
  if (record === null) throw new Error('no such house');
  return record;
}

/** A house in which everything is said that a sheet has no place for. */
async function fullHouse(from: TestHost = test): Promise<number> {
  const requirementIds = [await addRequirement(from, '빠르다'), await addRequirement(from, '싸다')];
  const { id: houseId } = await from.call('house.create', { name: '집', requirementIds });
  const how = { houseId, unit: '분', owner: '김책임', direction: 'down' as const };
  const { howId } = await from.call('house.addHow', { ...how, name: '대기' });
  const other = await from.call('house.addHow', { houseId, name: '응대' });
  const [whatId = 0] = await whatIdsOf(from, houseId);
  await from.call('house.setRelations', { houseId, cells: [{ whatId, howId, strength: 9 }] });
  await from.call('house.setCellNote', { houseId, whatId, howId, note: '회의에서 정함' });
  await from.call('house.setRoof', {
    houseId,
    cells: [{ howId, otherHowId: other.howId, strength: -1 }],
  });
  await from.call('house.setOptions', { houseId, normalization: 'lyman', weighting: 'plan' });
  return houseId;
}

describe('the workbook of a house', () => {
  it('brings back everything that was said, also what no sheet has a place for', async () => {
    const houseId = await fullHouse();
    const { path, fileName } = await exported({ houseId, format: 'xlsx' });
    expect(fileName).toMatch(/^집_\d{8}\.xlsx$/);
    const { workbook } = await opened(path);
    expect(workbook).toMatchObject({ problems: [], unlinked: [], isFromHere: true });
    expect(workbook?.record).toEqual(await recordIn(houseId));
    const record = workbook?.record;
    if (record === undefined) throw new Error('nothing was read');
    const before = await test.call('house.list', {});
    const { id } = await test.call('houseFile.create', { record: { ...record, name: '새 집' } });
    const view = await test.call('house.get', { id });
    expect(view).toMatchObject({ name: '새 집', normalization: 'lyman', weighting: 'plan' });
    expect(view.notes).toMatchObject([{ note: '회의에서 정함' }]);
    expect(view.hows[0]).toMatchObject({ owner: '김책임', unit: '분' });
    expect(view.roof).toMatchObject([{ strength: -1 }]);
    expect(view.whats.map(({ requirementId }) => requirementId)).not.toContain(null);
    await test.call('undo.undo', {});
    expect(await test.call('house.list', {})).toEqual(before);
  });

  it('brings a house of any kind back as it is', async () => {
    const target = join(test.folder, 'any.xlsx');
    await fc.assert(
      fc.asyncProperty(anyHouseModel, async (model) => {
        const record = { ...model, name: model.name.trim() || '집' };
        await writeHouseFile({ ...writing, record, target }, () => undefined);
        const { workbook } = await openHouseFile({
          file: target,
          fileName: 'any.xlsx',
          workspaceKey: 'here',
        });
        expect(said(workbook?.record)).toEqual(said(record));
      }),
      { numRuns: 30 },
    );
  });

  it('from another workspace keeps names and lets go links that would mean other things', async () => {
    const elsewhere = await startTestHost();
    try {
      const houseId = await fullHouse(elsewhere);
      const { path } = await exported({ houseId, format: 'xlsx' }, elsewhere);
      const { workbook } = await opened(path);
      expect(workbook?.isFromHere).toBe(false);
      expect(workbook?.record.whats).toMatchObject([
        { name: '빠르다', requirementId: null },
        { name: '싸다', requirementId: null },
      ]);
    } finally {
      await elsewhere.dispose();
    }
  });
});

/** Bytes without sense: any, with every second one zero, or only such as no Latin letter has. */
function noise(length: number, kind: 'any' | 'zeros' | 'high'): Buffer {
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor(seed / 65_536) % 256;
  };
  return Buffer.from(
    Array.from({ length }, (_, place) => {
      if (kind === 'high') return 128 + (next() % 128);
      return kind === 'zeros' && place % 2 === 1 ? 0 : next();
    }),
  );
}

describe('other files', () => {
  it('are handed out sheet by sheet, nothing made of them yet', async () => {
    const path = join(test.folder, 'table.csv');
    writeFileSync(path, '요구,중요도,대기시간,응대\n빠르다,5,9,3\n친절하다,4,,9\n');
    const file = await opened(path);
    expect(file).toMatchObject({ fileName: 'table.csv', workbook: null, cut: [] });
    expect(file.sheets[0]?.rows[1]).toEqual(['빠르다', '5', '9', '3']);
  });

  it('that are no tables are refused in words', async () => {
    const path = join(test.folder, 'broken.xlsx');
    writeFileSync(path, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    await expect(opened(path)).rejects.toMatchObject({ code: expect.stringMatching(/^import\./) });
  });

  it.each([
    ['words named as a workbook', 'house.xlsx', Buffer.from('not a zip'), 'houseFile.notAWorkbook'],
    [
      'a table of text named as a workbook',
      'a.XLSX',
      Buffer.from('요구,대기\n빠르다,9\n'),
      'houseFile.notAWorkbook',
    ],
    ['a binary file named as text', 'noise.csv', noise(3000, 'any'), null],
    ['a binary file full of zeros', 'zeros.csv', noise(3000, 'zeros'), null],
    ['a binary file with few control signs', 'high.csv', noise(3000, 'high'), 'houseFile.notText'],
    ['a single word', 'word.csv', Buffer.from('요구'), 'houseFile.noTable'],
  ])('are refused with what to do: %s', async (_, name, bytes, code) => {
    const path = join(test.folder, name);
    writeFileSync(path, bytes);
    const refused = code ?? expect.stringMatching(/^(import\.notATable|houseFile\.notText)$/);
    await expect(opened(path)).rejects.toMatchObject({ code: refused });
  });

  it('whose parts do not fit together make no house', async () => {
    const record = recordOf(sampleHouse(4, 3));
    const broken = { ...record, relations: record.relations.slice(1) };
    await expect(test.call('houseFile.create', { record: broken })).rejects.toMatchObject({
      code: 'houseFile.broken',
    });
    expect(await test.call('house.list', {})).toEqual([]);
  });
});

describe('a record from outside', () => {
  const sound = recordOf(sampleHouse(6, 5));
  const [firstHow] = sound.hows.filter(({ isGroup }) => !isGroup);
  const cell = { howId: firstHow?.id ?? 0, otherHowId: firstHow?.id ?? 0, strength: 1 as const };
  it.each([
    ['a sound one', sound, null],
    ['a missing row', { ...sound, relations: sound.relations.slice(1) }, 'shape'],
    [
      'a relation that the scale has not',
      { ...sound, relations: sound.relations.map((row) => row.with(0, 7)) },
      'offScale',
    ],
    ['a group after what is in it', { ...sound, whats: sound.whats.toReversed() }, 'tree'],
    ['a HOW with itself in the roof', { ...sound, roof: [cell] }, 'repeated'],
    [
      'a note nowhere',
      { ...sound, notes: [{ whatId: -5, howId: cell.howId, note: 'x' }] },
      'unknownNode',
    ],
    ['a rating too few', { ...sound, competitors: [...sound.competitors, 'x'] }, 'shape'],
  ])('is looked over: %s', (_name, record, fault) => {
    expect(recordFault(record)).toBe(fault);
  });
});

describe('the house on paper', () => {
  it('comes as PDF with its words, as SVG, and as a picture for the screen', async () => {
    const { id: houseId } = await test.call('houseFile.create', {
      record: recordOf(sampleHouse(12, 9)),
    });
    const { path } = await exported({ houseId, format: 'pdf', paper: 'a4' });
    const bytes = readFileSync(path);
    expect(inspectPdf(bytes).pages).toBe(1);
    expect(pdfText(bytes) ?? '결제가 한 번에').toContain('결제가 한 번에');
    const svg = readFileSync((await exported({ houseId, format: 'svg' })).path, 'utf8');
    expect(svg).toMatch(/^<svg .*<\/svg>$/s);
    const dark = await test.call('houseFile.draw', { houseId, theme: 'dark' });
    expect(dark.svg).not.toBe(svg);
    expect(dark.width).toBeGreaterThan(dark.height / 4);
    const few = await test.call('houseFile.draw', { houseId, drawing: { topHows: 3 } });
    expect(few.width).toBeLessThan(dark.width);
  });

  it('of 300 by 300 is made in every format, and can be cancelled', async () => {
    const { id: houseId } = await test.call('houseFile.create', {
      record: recordOf(sampleHouse(300, 300)),
    });
    const { path } = await exported({ houseId, format: 'xlsx' });
    const { workbook } = await opened(path);
    expect(said(workbook?.record)).toEqual(said(await recordIn(houseId)));
    const { jobId } = await test.call('houseFile.start', { houseId, format: 'pdf', paper: 'a3' });
    await test.call('job.cancel', { id: jobId });
    expect(await test.jobEnd(jobId)).toMatchObject({ status: 'cancelled', reportFile: null });
    const { svg } = await test.call('houseFile.draw', { houseId });
    expect(svg.length).toBeGreaterThan(1_000_000);
  }, 60_000);

  it('without WHATs or HOWs is refused with what to do', async () => {
    const { id: houseId } = await test.call('house.create', { name: '빈 집' });
    await expect(test.call('houseFile.start', { houseId, format: 'pdf' })).rejects.toMatchObject({
      code: 'houseFile.nothing',
    });
  });
});

/** Spaces and signs that XML cannot hold. */
const unwritable = /[^\p{L}\p{M}\p{N}\p{P}\p{S}]+/gu;

/** Roof cells have no order, spaces around a name do not count, and a sheet keeps 15 digits. */
function said(record: RoundModel | undefined): unknown {
  if (record === undefined) return undefined;
  const plain = JSON.parse(
    JSON.stringify(record, (_key, value: unknown) => {
      if (typeof value === 'string') return value.normalize('NFC').replace(unwritable, ' ').trim();
      return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
    }),
  ) as RoundModel;
  const key = ({ howId, otherHowId }: RoundModel['roof'][number]) =>
    Math.min(howId, otherHowId) * 1e6 + Math.max(howId, otherHowId);
  return { ...plain, roof: plain.roof.toSorted((a, b) => key(a) - key(b)) };
}
