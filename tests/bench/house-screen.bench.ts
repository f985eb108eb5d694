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

async function screen(app: OpenedApp, id: number): Promise<void> {
  const { page } = app;
  await page.goto(`${app.server.origin}/house?id=${id}`);
  await page.locator('[data-row="3"][data-column="2"]').click();
  await page.evaluate(() => {
    const times: { work: number; frame: number }[] = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      'keydown',
      (event) => {
        const start = performance.now();
        const entry = { work: 0, frame: 0 };
        // React has written what the key did when the event is over; then the layout is asked for.
        queueMicrotask(() =>
          setTimeout(() => {
            document.querySelector('tfoot')?.getBoundingClientRect();
            entry.work = performance.now() - start;
          }),
        );
        requestAnimationFrame(() => {
          const painted = new MessageChannel();
          painted.port1.onmessage = () => {
            entry.frame = performance.now() - event.timeStamp;
          };
          painted.port2.postMessage(0);
        });
        if (/^[139]$/.test(event.key)) times.push(entry);
      },
      { capture: true },
    );
  });
  const absolute = () => page.locator('tfoot tr').first().locator('td').nth(2).textContent();
  const before = await absolute();
  for (let turn = 0; turn < keys; turn += 1) {
    await page.keyboard.press(['9', '1', '3'][turn % 3] ?? '9');
    if (turn % 4 === 3) await page.keyboard.press('ArrowDown');
  }
  expect(await absolute()).not.toBe(before);
  const times = await page.evaluate(
    () => (window as unknown as { keyTimes: { work: number; frame: number }[] }).keyTimes,
  );
  const work = times.map((time) => time.work);
  const frame = times.map((time) => time.frame);
  console.info(
    `key to repainted ranks, ${side} × ${side}, ${times.length} keys: work ` +
      `${percentile(work, 0.5).toFixed(1)} ms median, ${percentile(work, 0.95).toFixed(1)} ms p95 ` +
      `(aim: under 16 ms); to the frame on screen ${percentile(frame, 0.5).toFixed(1)} ms median, ` +
      `${percentile(frame, 0.95).toFixed(1)} ms p95`,
  );
}

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
