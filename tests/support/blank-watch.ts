import type { Page } from 'playwright-core';

export interface BlankTimes {
  /** Longest time without a break in which something of the list was blank, in ms. */
  longestBlankMs: number;
  /** Longest time in which the same rows of an earlier place stood for those on their way, in ms. */
  longestHeldMs: number;
  frames: number;
}

declare global {
  interface Window {
    blankWatch?: { stop: () => BlankTimes };
  }
}

/**
 * Looks at the list in every frame the page paints: a row without words, or room between the rows
 * and the list's edge, is blank.
 */
export async function watchForBlanks(page: Page): Promise<() => Promise<BlankTimes>> {
  await page.evaluate(() => {
    const times = { longestBlankMs: 0, longestHeldMs: 0, frames: 0 };
    let blankSince: number | null = null;
    let heldSince: number | null = null;
    let heldRow: string | null = null;
    let running = true;
    const isBlank = (layer: Element): boolean => {
      const area = layer.getBoundingClientRect();
      const rows = [...layer.querySelectorAll('[data-row]')].filter((row) => {
        const box = row.getBoundingClientRect();
        return box.bottom > area.top + 1 && box.top < area.bottom - 1;
      });
      const top = Math.min(...rows.map((row) => row.getBoundingClientRect().top));
      const bottom = Math.max(...rows.map((row) => row.getBoundingClientRect().bottom));
      const isFull = top <= area.top + 1 && bottom >= area.bottom - 1;
      const hasWords = (row: Element) =>
        (row.querySelector('[data-column="text"]')?.textContent ?? '').trim() !== '';
      return !isFull || !rows.every(hasWords);
    };
    const look = (now: number) => {
      const layer = document.querySelector('[role="grid"] [role="rowgroup"]');
      times.frames += 1;
      blankSince = layer === null || isBlank(layer) ? (blankSince ?? now) : null;
      const row = layer?.querySelector('[data-held] [data-row]')?.getAttribute('data-row') ?? null;
      heldSince = row === null ? null : row === heldRow ? (heldSince ?? now) : now;
      heldRow = row;
      if (blankSince !== null) {
        times.longestBlankMs = Math.max(times.longestBlankMs, now - blankSince);
      }
      if (heldSince !== null) times.longestHeldMs = Math.max(times.longestHeldMs, now - heldSince);
      if (running) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    window.blankWatch = {
      stop: () => {
        running = false;
        return times;
      },
    };
  });
  return () =>
    page.evaluate(
      () => window.blankWatch?.stop() ?? { longestBlankMs: -1, longestHeldMs: -1, frames: 0 },
    );
}
