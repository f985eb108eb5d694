import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { printChartTheme } from '../../core/charts/chart-theme.ts';
import type { HouseView } from '../../core/contract/house.contract.ts';
import { houseFigures } from '../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../core/domain/house/house-of-view.ts';
import { translatorOver } from '../../core/i18n/translate.ts';
import { buildReport } from '../../core/reports/build-report.ts';
import { exportXlsx } from '../../electron/host/exporters/xlsx/xlsx-report.ts';
import { readSheets } from '../../electron/host/imports/read-sheets.ts';
import { localeTrees } from '../../electron/host/locale-words.ts';
import { officeProgram, recalculated } from '../support/libre-office.ts';
import { exampleReportData } from '../support/report-data-builder.ts';

const soffice = officeProgram();
const folder = mkdtempSync(path.join(tmpdir(), 'report-matrix-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The house of the report with a plan in every other row. */
function houseWith(options: Partial<HouseView>): HouseView {
  const [house] = exampleReportData().houses;
  if (house === undefined) throw new Error('no house');
  return {
    ...house,
    ...options,
    whats: house.whats.map((what, i) => ({
      ...what,
      current: i % 2 === 0 ? 2 : null,
      target: i % 2 === 0 ? 4 : null,
      salesPoint: i % 3 === 0 ? 1.5 : 1,
      kano: (['M', 'O', 'A', null] as const)[i % 4] ?? null,
    })),
  };
}

describe('the matrix of a report', () => {
  it.skipIf(soffice === null).each([
    ['by the plan with Kano', { weighting: 'plan', kanoAdjusted: true }],
    ['with all of it', { normalization: 'lyman', weighting: 'plan', kanoAdjusted: true }],
  ] as const)('weighs %s in LibreOffice as the house does', async (_name, options) => {
    const house = houseWith(options);
    const report = buildReport(
      'matrix',
      { ...exampleReportData(), houses: [house] },
      { locale: 'ko', theme: printChartTheme, translate: translatorOver(localeTrees('ko')) },
    );
    const file = path.join(folder, 'matrix.xlsx');
    writeFileSync(file, await exportXlsx(report));
    const { sheets } = await readSheets(recalculated(soffice ?? '', file, folder));
    const rows = sheets.flatMap((sheet) => sheet.rows);
    const figuresOf = (label: string) => {
      const row = rows.find((cells) => cells[1] === label) ?? [];
      return row.filter((text, column) => column > 1 && text !== '').map(Number);
    };
    const { hows } = houseFigures(modelOfView(house), figureOptionsOf(house));
    const close = (found: readonly number[], wanted: readonly (number | null)[]) => {
      expect(found).toHaveLength(wanted.length);
      for (const [j, value] of wanted.entries()) expect(found[j]).toBeCloseTo(value ?? 0, 8);
    };
    close(figuresOf('절대 가중치'), hows.absolute);
    close(figuresOf('상대 가중치'), hows.relative);
    close(figuresOf('순위'), hows.rank);
  });
});
