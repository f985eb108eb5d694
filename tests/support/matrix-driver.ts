import type { Locator } from 'playwright-core';
import type { OpenedApp } from './app-driver.ts';

/** What tests do in the matrix of a house, as a person with a keyboard does. */
export function matrixDriver(opened: () => OpenedApp) {
  const onPage = () => opened().page;
  return {
    openHouse: async (id: number): Promise<void> => {
      await onPage().goto(`${opened().server.origin}/house?id=${id}`);
      await onPage().getByRole('grid').waitFor();
    },

    /** A cell as the grid numbers them: the head is row −1, importance column −1, the name column −2. */
    cell: (row: number, column: number): Locator =>
      onPage().locator(`[data-row="${row}"][data-column="${column}"]`),

    press: async (...keys: string[]): Promise<void> => {
      for (const key of keys) await onPage().keyboard.press(key);
    },

    relationsOf: async (id: number): Promise<number[][]> =>
      (await opened().test.call('house.get', { id })).relations,

    footRow: async (name: string): Promise<string[]> =>
      onPage().getByRole('row', { name }).locator('td').allTextContents(),

    /** Row and column of the cell that has the focus. */
    focusedPlace: (): Promise<string> =>
      onPage().evaluate(() => {
        const cell = document.activeElement?.closest<HTMLElement>('[data-row]');
        return `${cell?.dataset.row},${cell?.dataset.column}`;
      }),

    copyOutside: (text: string): Promise<void> =>
      onPage().evaluate((copied) => navigator.clipboard.writeText(copied), text),
  };
}
