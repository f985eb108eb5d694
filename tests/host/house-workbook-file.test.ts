import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type FigureOptions,
  houseFigures,
  usualFigureOptions,
} from '../../core/domain/house/house-figures.ts';
import type { HouseModel } from '../../core/domain/house/house-model.ts';
import { figureOptionsOf, modelOfView } from '../../core/domain/house/house-of-view.ts';
import { recordOf } from '../../core/domain/house/house-record.ts';
import { plainKanoFactors, tanShenAdjustment } from '../../core/domain/house/kano-adjustment.ts';
import { describeHouseWorkbook } from '../../core/domain/house/workbook/house-workbook.ts';
import {
  houseKeyOf,
  readHouseWorkbook,
} from '../../core/domain/house/workbook/read-house-workbook.ts';
import type {
  TableSheet,
  WorkbookDescription,
} from '../../core/domain/house/workbook/workbook-description.ts';
import { writeDescribedWorkbook } from '../../electron/host/exporters/xlsx/described-workbook.ts';
import { readSheets } from '../../electron/host/imports/read-sheets.ts';
import { partsOf } from '../support/edited-workbook.ts';
import { startTestHost } from '../support/host-builder.ts';
import { officeProgram, recalculated } from '../support/libre-office.ts';
import { namedHouse } from '../support/named-house-arbitrary.ts';
import { koreanWorkbookWords, sampleHouse } from '../support/sample-house.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'house-workbook-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function workbookOf(model: HouseModel, options: FigureOptions): WorkbookDescription {
  return describeHouseWorkbook({
    model,
    figures: houseFigures(model, options),
    options,
    words: koreanWorkbookWords,
    houseKey: 'house-7',
  });
}

async function written(name: string, description: WorkbookDescription): Promise<string> {
  const file = join(folder, name);
  writeFileSync(file, await writeDescribedWorkbook(description));
  return file;
}

/** With results beside the formulas that are wrong: whoever takes them as they are is found out. */
function withWrongResults({ sheets }: WorkbookDescription): WorkbookDescription {
  return {
    sheets: sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) =>
          cell?.content.kind === 'formula'
            ? { ...cell, content: { ...cell.content, result: 4711 } }
            : cell,
        ),
      })),
    })),
  };
}

const soffice = officeProgram();

/** Figures of the row or column with that key, by the keys of the other direction. */
function figuresIn({ rows }: TableSheet, key: string, side: 'what' | 'how'): (number | null)[] {
  const keys = rows.find(([mark]) => mark === 'csm-house') ?? [];
  const figure = (text: string | undefined) =>
    text === undefined || text === '' ? null : Number(text);
  if (side === 'how') {
    const row = rows.find(([mark]) => mark === key) ?? [];
    return keys.flatMap((mark, column) => (mark.startsWith('how:') ? [figure(row[column])] : []));
  }
  const column = keys.indexOf(key);
  return rows.flatMap((row) => (row[0]?.startsWith('what:') ? [figure(row[column])] : []));
}

function expectClose(found: readonly (number | null)[], wanted: readonly (number | null)[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [place, value] of wanted.entries()) {
    if (value === null) expect(found[place]).toBeNull();
    else expect(found[place]).toBeCloseTo(value, 9);
  }
}

describe('the workbook of a house', () => {
  it('comes back from a real file as the same house, whatever is written in it', async () => {
    await fc.assert(
      fc.asyncProperty(namedHouse, async (model) => {
        const { sheets, cut } = await readSheets(
          await written('round.xlsx', workbookOf(model, usualFigureOptions)),
        );
        expect(cut).toEqual([]);
        expect(houseKeyOf(sheets)).toBe('house-7');
        expect(readHouseWorkbook(sheets, model)).toEqual({ model, problems: [] });
      }),
      { numRuns: 40 },
    );
  });

  it('repeats its heads on each printed page, told once as Excel wants it', async () => {
    const description = workbookOf(sampleHouse(5, 4), usualFigureOptions);
    const parts = partsOf(Buffer.from(await writeDescribedWorkbook(description)));
    const xml = parts.find(({ name }) => name === 'xl/workbook.xml')?.content.toString() ?? '';
    expect(xml.match(/<definedNames/g)).toHaveLength(1);
    expect(xml).toMatch(
      /<\/sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'품질의 집'!\$A:\$F,'품질의 집'!\$1:\$7</,
    );
  });

  it('of 300 by 300 is written and read back', async () => {
    const model = sampleHouse(300, 300);
    const { sheets } = await readSheets(
      await written('large.xlsx', workbookOf(model, usualFigureOptions)),
    );
    expect(readHouseWorkbook(sheets, model)?.model).toEqual(model);
  });

  const cases: [string, FigureOptions][] = [
    ['as usual', usualFigureOptions],
    ['by importance alone', { ...usualFigureOptions, basis: 'importance' }],
    ['with normalised rows', { ...usualFigureOptions, normalize: 'lyman' }],
    ['with Kano in the ratio', { ...usualFigureOptions, kano: tanShenAdjustment }],
    ['with Kano as a factor', { ...usualFigureOptions, kano: plainKanoFactors }],
  ];

  it.skipIf(soffice === null).each(cases)(
    'weighs %s in LibreOffice as the program does, and comes back from it',
    async (_name, options) => {
      const sample = sampleHouse(14, 9);
      const model = {
        ...sample,
        whats: sample.whats.map((what, i) => ({
          ...what,
          kano:
            what.importance === null
              ? null
              : ((['M', 'O', 'A', 'I', 'R', 'Q', null] as const)[i % 7] ?? null),
          current: i % 5 === 2 ? null : what.current,
        })),
      };
      const wrong = withWrongResults(workbookOf(model, options));
      const { sheets } = await readSheets(
        recalculated(soffice ?? '', await written('calc.xlsx', wrong), folder),
      );
      const sheet = sheets[0];
      if (sheet === undefined) throw new Error('no sheet');
      const { whats, hows } = houseFigures(model, options);
      expectClose(figuresIn(sheet, 'improvementRatio', 'what'), whats.improvementRatio);
      expectClose(figuresIn(sheet, 'absoluteWeight', 'what'), whats.absolute);
      expectClose(figuresIn(sheet, 'relativeWeight', 'what'), whats.relative);
      expectClose(figuresIn(sheet, 'absoluteImportance', 'how'), hows.absolute);
      expectClose(figuresIn(sheet, 'relativeImportance', 'how'), hows.relative);
      expectClose(figuresIn(sheet, 'rank', 'how'), hows.rank);
      expect(readHouseWorkbook(sheets, model)).toEqual({ model, problems: [] });
    },
    120_000,
  );

  it.skipIf(soffice === null).each(['none', 'lyman'] as const)(
    'that the program exports weighs in LibreOffice as on screen, rows normalised: %s',
    async (normalization) => {
      const test = await startTestHost();
      try {
        const record = {
          ...recordOf(sampleHouse(14, 9)),
          normalization,
          weighting: 'plan' as const,
          kanoAdjusted: true,
        };
        const { id: houseId } = await test.call('houseFile.create', { record });
        const { jobId } = await test.call('houseFile.start', { houseId, format: 'xlsx' });
        const { reportFile } = await test.jobEnd(jobId);
        const { path } = test.host.context.files.resolveExisting(reportFile?.token ?? '');
        const { sheets } = await readSheets(recalculated(soffice ?? '', path, folder));
        const sheet = sheets[0];
        if (sheet === undefined) throw new Error('no sheet');
        const view = await test.call('house.get', { id: houseId });
        const { whats, hows } = houseFigures(modelOfView(view), figureOptionsOf(view));
        expectClose(figuresIn(sheet, 'relativeWeight', 'what'), whats.relative);
        expectClose(figuresIn(sheet, 'relativeImportance', 'how'), hows.relative);
        expectClose(figuresIn(sheet, 'rank', 'how'), hows.rank);
      } finally {
        await test.dispose();
      }
    },
    120_000,
  );
});
