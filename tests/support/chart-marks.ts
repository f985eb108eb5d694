import type { Locator } from 'playwright-core';

export interface MarkPlace {
  /** Middle of the mark, in px from the window's left and top edge. */
  x: number;
  y: number;
}

/**
 * Where the marks of one colour stand in a chart at rest, from top to bottom. Charts are SVG without
 * names; the fill is what tells a series apart. Keys of a legend are narrower than
 * `leastWidth`, in px.
 */
export async function marksFilled(
  chart: Locator,
  fill: string,
  leastWidth = 14,
): Promise<MarkPlace[]> {
  await chart.locator('svg text').first().waitFor();
  return chart.evaluate(
    async (box, wanted) => {
      const drawn = () => box.querySelector('svg')?.innerHTML ?? '';
      // Marks grow into place; a picture that five frames leave alone is finished.
      for (let still = 0, before = drawn(); still < 5; ) {
        await new Promise((frame) => requestAnimationFrame(frame));
        const now = drawn();
        still = now === before ? still + 1 : 0;
        before = now;
      }
      return [...box.querySelectorAll('svg path')]
        .filter((path) => path.getAttribute('fill') === wanted.fill)
        .map((path) => path.getBoundingClientRect())
        .filter(({ width }) => width >= wanted.leastWidth)
        .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 }))
        .sort((a, b) => a.y - b.y);
    },
    { fill, leastWidth },
  );
}
