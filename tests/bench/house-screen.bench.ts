import { loadavg } from 'node:os';
import { expect, test } from 'vitest';
import { applyHouseEdit } from '../../renderer/features/house/house-edit.ts';
import { type ComputedHouse, computedAfter } from '../../renderer/features/house/use-figures.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

const side = 100;
const keys = 200;

/** A filled house of `count` × `count` in the open workspace. */
async function makeHouse(app: OpenedApp, count: number): Promise<number> {
  const numbered = (name: string) => Array.from({ length: count }, (_, i) => `${name} ${i + 1}`);
  const { id } = await app.test.call('house.create', { name: `${count} × ${count}` });
  await app.test.call('house.addOwnWhats', { houseId: id, names: numbered('요구') });
  await app.test.call('house.addHows', { houseId: id, names: numbered('요소') });
  const { whats, hows } = await app.test.call('house.get', { id });
  const cells = whats.flatMap(({ whatId }, i) =>
    hows.flatMap(({ howId }, j) => {
      const strength = [0, 9, 0, 3, 1][(i * 3 + j * 7) % 5] ?? 0;
      return strength === 0 ? [] : [{ whatId, howId, strength }];
    }),
  );
  await app.test.call('house.setRelations', { houseId: id, cells });
  return id;
}

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.ceil(times.length * share) - 1] ?? 0;

test(`from a key to repainted ranks in a house of ${side} × ${side}`, {
  timeout: 120_000,
}, async () => {
  const app = await openApp({ workspace: 'empty' });
  try {
    const id = await makeHouse(app, side);
    await core(app, id);
    await screen(app, id);
    await opening(app);
  } finally {
    await app.close();
  }
});

async function core(app: OpenedApp, id: number): Promise<void> {
  const view = await app.test.call('house.get', { id });
  let computed: ComputedHouse = computedAfter(null, view);
  const times = [];
  for (let turn = 0; turn < keys; turn += 1) {
    const what = view.whats[turn % side];
    const how = view.hows[(turn * 7) % side];
    if (what === undefined || how === undefined) continue;
    const cells = [{ whatId: what.whatId, howId: how.howId, strength: turn % 2 === 0 ? 9 : 1 }];
    const start = performance.now();
    const next = applyHouseEdit(computed.view, {
      kind: 'relations',
      input: { houseId: id, cells },
    });
    computed = computedAfter(computed, next);
    times.push(performance.now() - start);
  }
  console.info(`figures after an edit: ${percentile(times, 0.95).toFixed(2)} ms p95`);
}

/** Milliseconds of the page's thread: in the event of the key, and in the frame that shows what it did. */
interface KeyTime {
  event: number;
  frame: number;
  /** From the keyboard to the end of that frame, with the wait for it to begin. */
  toScreen: number;
}

/** As a fast typist does; a key that comes before the last one's frame would hide what that one took. */
const betweenKeys = 100;

/**
 * Beside the keys that write relations stand keys that mean nothing to the matrix: with each of them as many
 * texts of the same page are written by hand, one cell and the three rows of figures. Less than this
 * baseline no program can take, for the browser has as much to lay out and to paint.
 */
async function screen(app: OpenedApp, id: number): Promise<void> {
  const { page } = app;
  await page.goto(`${app.server.origin}/house?id=${id}`);
  await page.locator('[data-row="3"][data-column="2"]').click();
  await page.evaluate(() => {
    const times: { edit: KeyTime[]; baseline: KeyTime[] } = { edit: [], baseline: [] };
    Object.assign(window, { keyTimes: times });
    const writeByHand = () => {
      const cells = document.querySelectorAll('tfoot td, td[data-row="3"][data-column="5"]');
      for (const { firstChild } of cells) {
        if (!(firstChild instanceof Text)) continue;
        firstChild.data = [...firstChild.data].toReversed().join('');
      }
    };
    const soon = (work: () => void) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = work;
      channel.port2.postMessage(0);
    };
    window.addEventListener(
      'keydown',
      (event) => {
        const isBaseline = event.key === 'q';
        if (!isBaseline && !/^[139]$/.test(event.key)) return;
        const time = { event: 0, frame: 0, toScreen: 0 };
        times[isBaseline ? 'baseline' : 'edit'].push(time);
        const start = performance.now();
        if (isBaseline) writeByHand();
        // React has written what the key did when the event is over; the frame may come at once then.
        soon(() => {
          time.event ||= performance.now() - start;
        });
        requestAnimationFrame(() => {
          const frameStart = performance.now();
          time.event ||= frameStart - start;
          soon(() => {
            time.frame = performance.now() - frameStart;
            time.toScreen = performance.now() - event.timeStamp;
          });
        });
      },
      { capture: true },
    );
  });
  const absolute = () => page.locator('tfoot tr').first().locator('td').nth(2).textContent();
  const before = await absolute();
  for (let turn = 0; turn < keys; turn += 1) {
    const isBaseline = turn % 4 >= 2;
    await page.keyboard.press(isBaseline ? 'q' : (['9', '1', '3'][turn % 3] ?? '9'));
    await page.waitForTimeout(betweenKeys);
    if (turn % 4 < 3) continue;
    await page.keyboard.press('ArrowDown');
    await page.waitForTimeout(betweenKeys);
  }
  expect(await absolute()).not.toBe(before);
  const times = await page.evaluate(
    () => (window as unknown as { keyTimes: Record<'edit' | 'baseline', KeyTime[]> }).keyTimes,
  );
  const work = (of: KeyTime[]) => of.map(({ event, frame }) => event + frame);
  console.info(
    [
      `a house of ${side} × ${side}, ${times.edit.length} keys, load ${loadavg()[0]?.toFixed(1)}`,
      `key to repainted ranks: ${spread(work(times.edit))} (aim: p95 under 16 ms)`,
      `  in the event of the key: ${spread(times.edit.map(({ event }) => event))}`,
      `  in its frame: ${spread(times.edit.map(({ frame }) => frame))}`,
      `baseline, the same texts written by hand: ${spread(work(times.baseline))}`,
      `with the wait for a frame: ${spread(times.edit.map(({ toScreen }) => toScreen))}`,
    ].join('\n'),
  );
}

const spread = (times: number[]) =>
  `${percentile(times, 0.5).toFixed(1)} ms median, ${percentile(times, 0.95).toFixed(1)} ms p95`;

async function opening(app: OpenedApp): Promise<void> {
  const { page } = app;
  const id = await makeHouse(app, 300);
  const start = performance.now();
  await page.goto(`${app.server.origin}/house?id=${id}`);
  await page.locator('[data-row="20"][data-column="10"]').waitFor();
  console.info(
    `a house of 300 × 300 is on screen after ${(performance.now() - start).toFixed(0)} ms`,
  );
}
