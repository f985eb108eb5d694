import type { Locator } from 'playwright-core';
import type { OpenedApp } from './app-driver.ts';

/** The room of VOC as a person finds things in it. */
export interface VocRoom {
  open: (search?: string) => Promise<void>;
  pane: () => Locator;
  /** Waits until the list says that it holds so many. */
  shows: (total: number) => Promise<void>;
  cell: (row: number, column: string) => Locator;
  /** The texts of a column as they stand from the top. */
  columnTexts: (column: string) => Promise<string[]>;
  facet: (name: string) => Locator;
  /** Makes a cell the active one. */
  goTo: (row: number, column: string) => Promise<void>;
}

export function filterOf(filter: object): string {
  return `?filter=${encodeURIComponent(JSON.stringify(filter))}`;
}

export function vocRoom(app: () => OpenedApp): VocRoom {
  const page = () => app().page;
  const pane = () => page().getByRole('complementary', { name: 'VOC 읽기' });
  const cell = (row: number, column: string) =>
    page().locator(`[data-row="${row}"] [data-column="${column}"]`);
  return {
    async open(search = '') {
      await page().goto(`${app().server.origin}/voc${search}`);
      // A VOC is being read: rows are there and take the keys.
      await pane()
        .getByText(/^VOC \d+$/)
        .waitFor();
      await page().locator('[role="gridcell"][data-active]').waitFor();
    },
    pane,
    shows: (total) =>
      page()
        .locator('main header')
        .getByText(`${total.toLocaleString('ko')}건`, { exact: true })
        .waitFor(),
    cell,
    columnTexts: (column) =>
      page().locator(`[data-row] [data-column="${column}"]`).allTextContents(),
    facet: (name) => page().getByRole('region', { name, exact: true }),
    async goTo(row, column) {
      await cell(row, column).click();
      await page().locator(`[data-row="${row}"] [data-column="${column}"][data-active]`).waitFor();
    },
  };
}
