import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openApp } from '../support/app-driver.ts';

/**
 * `npm run screenshots [-- FOLDER [name…]]`: every screen of the sample workspace, light and dark,
 * at 1440×900 and 1920×1080, in real Chromium. A run over all screens also renews the README's.
 */
const [folder = 'out/screenshots', ...only] = process.argv.slice(2);

const readmeFolder = 'docs/screenshots';
const readmePictures = [
  'home-light-1440',
  'voc-light-1440',
  'insight-light-1440',
  'board-light-1440',
  'house-light-1440',
  'csi-light-1440',
  'trail-dark-1440',
];

interface Shot {
  name: string;
  address: string;
  /** What must be seen before the picture is taken. */
  ready: string;
  prepare?: (page: Page) => Promise<void>;
}

const shots: Shot[] = [
  { name: 'home', address: '/', ready: 'svg text' },
  { name: 'voc', address: '/voc', ready: '[data-row] [data-column="text"]' },
  { name: 'import', address: '/import/voc', ready: 'main h1' },
  { name: 'insight', address: '/insight', ready: 'main table tbody tr' },
  { name: 'customers', address: '/customers', ready: 'main h1' },
  { name: 'privacy', address: '/privacy', ready: 'main h1' },
  { name: 'board', address: '/requirements/board', ready: '[data-depth]' },
  { name: 'responses', address: '/responses', ready: '.ag-row [col-id="key"]' },
  { name: 'requirements', address: '/requirements', ready: 'main h1' },
  { name: 'house', address: '/house', ready: '[role="grid"]' },
  { name: 'importance', address: '/house/importance', ready: 'main table tbody tr' },
  { name: 'stability', address: '/house/stability', ready: 'main li' },
  { name: 'workshops', address: '/house/workshop', ready: 'main table tbody tr' },
  { name: 'workshop', address: '/house/workshop?workshopId=1', ready: 'main h2' },
  { name: 'projector', address: '/projector?workshopId=1', ready: 'main h1, main h2' },
  { name: 'rounds', address: '/house/rounds', ready: 'main h1' },
  { name: 'csf', address: '/csf', ready: 'main h1' },
  { name: 'actions', address: '/actions', ready: 'main h1' },
  { name: 'csi', address: '/csi', ready: 'svg text' },
  { name: 'reports', address: '/reports', ready: 'main h1' },
  {
    name: 'trail',
    address: '/csf',
    ready: 'main h1',
    prepare: async (page) => {
      await page.getByRole('button', { name: '근거와 결과 따라가기' }).first().click();
      await page.getByRole('dialog').getByRole('list').first().waitFor();
    },
  },
];

const viewports = [
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

async function takeAll(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    const app = await openApp({ workspace: 'sample', colorScheme });
    await app.test.call('workspace.rename', { name: '온새누리 전자서비스 2026' });
    for (const viewport of viewports) {
      await app.page.setViewportSize(viewport);
      for (const shot of shots) {
        if (only.length > 0 && !only.includes(shot.name)) continue;
        await take(app.page, app.server.origin, shot, `${colorScheme}-${viewport.width}`);
      }
    }
    for (const problem of app.problems) console.error(`page said: ${problem}`);
    await app.close();
  }
  if (only.length > 0) return;
  mkdirSync(readmeFolder, { recursive: true });
  for (const picture of readmePictures) {
    copyFileSync(path.join(folder, `${picture}.png`), path.join(readmeFolder, `${picture}.png`));
  }
}

async function take(page: Page, origin: string, shot: Shot, suffix: string): Promise<void> {
  await page.goto(`${origin}${shot.address}`);
  await page.locator(shot.ready).first().waitFor();
  await shot.prepare?.(page);
  await page.evaluate(() => document.fonts.ready);
  // Charts and drawers move for a moment; a picture wants them at rest.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  );
  const file = path.join(folder, `${shot.name}-${suffix}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  console.log(file);
}

await takeAll();
