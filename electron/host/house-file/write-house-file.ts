import { writeFile } from 'node:fs/promises';
import type { HousePicture } from '../../../core/contract/house-file.contract.ts';
import { drawHouse } from '../../../core/domain/house/drawing/draw-house.ts';
import {
  darkDrawing,
  lightDrawing,
  sheetSvg,
} from '../../../core/domain/house/drawing/drawing-svg.ts';
import type { HouseDrawingInput } from '../../../core/domain/house/drawing/house-drawing-input.ts';
import { a3Landscape, a4Landscape } from '../../../core/domain/house/drawing/house-pages.ts';
import { houseWords } from '../../../core/domain/house/drawing/house-words.ts';
import { houseFigures } from '../../../core/domain/house/house-figures.ts';
import { figureOptionsOf } from '../../../core/domain/house/house-of-view.ts';
import { describeHouseWorkbook } from '../../../core/domain/house/workbook/house-workbook.ts';
import { translatorOver } from '../../../core/i18n/translate.ts';
import { readReportFonts } from '../exporters/pdf/pdf-fonts.ts';
import { exportHousePdf } from '../exporters/pdf/pdf-house.ts';
import { writeDescribedWorkbook } from '../exporters/xlsx/described-workbook.ts';
import type { HouseFileTask } from './house-file-messages.ts';

type WriteTask = Extract<HouseFileTask, { kind: 'write' }>;
type DrawTask = Extract<HouseFileTask, { kind: 'draw' }>;

/** Puts the file in its place; answers its size in bytes. */
export async function writeHouseFile(
  task: WriteTask,
  onPage: (done: number, total: number) => void,
): Promise<number> {
  const bytes = await bytesOf(task, onPage);
  await writeFile(task.target, bytes, { mode: 0o600 });
  return bytes.byteLength;
}

async function bytesOf(
  task: WriteTask,
  onPage: (done: number, total: number) => void,
): Promise<Uint8Array> {
  switch (task.format) {
    case 'xlsx':
      return writeDescribedWorkbook(workbookOf(task));
    case 'pdf': {
      const paper = { a3: a3Landscape, a4: a4Landscape }[task.paper];
      return exportHousePdf(inputOf(task), task.drawing, paper, {
        fonts: readReportFonts(),
        locale: task.locale,
        onPage,
      });
    }
    case 'svg': {
      const sheet = drawHouse(inputOf(task), task.drawing);
      return Buffer.from(sheetSvg(sheet, lightDrawing, task.record.name), 'utf8');
    }
  }
}

export function pictureOfHouse(task: DrawTask): HousePicture {
  const sheet = drawHouse(inputOf(task), task.drawing);
  const theme = task.theme === 'dark' ? darkDrawing : lightDrawing;
  const { width, height } = sheet;
  return { svg: sheetSvg(sheet, theme, task.record.name), width, height };
}

function workbookOf({ record, words, houseKey }: WriteTask) {
  const options = figureOptionsOf(record);
  return describeHouseWorkbook({
    model: record,
    figures: houseFigures(record, options),
    options,
    words: houseWords(translatorOver(words)),
    houseKey,
    record,
  });
}

function inputOf({ record, words, date }: WriteTask | DrawTask): HouseDrawingInput {
  return {
    model: record,
    figures: houseFigures(record, figureOptionsOf(record)),
    words: houseWords(translatorOver(words)),
    date,
  };
}
