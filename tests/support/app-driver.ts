import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type LoopbackServer, startLoopback } from '../../electron/entries/loopback-server.ts';
import { borrowChromium } from './chromium.ts';
import { startTestHost, type TestHost } from './host-builder.ts';

export interface OpenedApp {
  page: Page;
  test: TestHost;
  server: LoopbackServer;
  /** What the page logged as an error; an end-to-end test ends by expecting none. */
  problems: string[];
  /** Another page with a session of its own. */
  openPage(): Promise<Page>;
  close(): Promise<void>;
}

export interface OpenAppOptions {
  workspace?: 'sample' | 'empty' | 'none';
  viewport?: { width: number; height: number };
  locale?: 'ko' | 'en';
  /** `auto` follows the system, which `page.emulateMedia` is. */
  colorScheme?: 'light' | 'dark' | 'auto';
  rendererFolder?: string;
}

/** Where the screen was built; another place lets several builds be tested side by side. */
const builtRenderer =
  process.env.CSM_TEST_RENDERER ?? fileURLToPath(new URL('../../out/renderer', import.meta.url));

/** The built app on the loopback shell in a real Chromium, with a host and files of its own. */
export async function openApp(options: OpenAppOptions = {}): Promise<OpenedApp> {
  const rendererFolder = options.rendererFolder ?? builtRenderer;
  if (!existsSync(path.join(rendererFolder, 'index.html'))) {
    throw new Error('the screen is not built: run `npm run build` first');
  }
  const test = await startTestHost({ workspace: options.workspace ?? 'empty' });
  await test.call('preference.set', { key: 'locale', value: options.locale ?? 'ko' });
  await test.call('preference.set', { key: 'colorScheme', value: options.colorScheme ?? 'light' });
  const server = await startLoopback({ host: test.host, rendererFolder });
  const { browser, giveBack } = await borrowChromium();
  const problems: string[] = [];
  const contexts: BrowserContext[] = [];
  const openPage = async () => {
    const context = await newContext(browser, options);
    contexts.push(context);
    return openSignedInPage(context, server, problems);
  };
  return {
    page: await openPage(),
    test,
    server,
    problems,
    openPage,
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      await giveBack();
      await server.close();
      await test.dispose();
    },
  };
}

function newContext(browser: Browser, options: OpenAppOptions): Promise<BrowserContext> {
  return browser.newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 },
    locale: options.locale === 'en' ? 'en-US' : 'ko-KR',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
}

async function openSignedInPage(
  context: BrowserContext,
  server: LoopbackServer,
  problems: string[],
): Promise<Page> {
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.goto(server.newLaunchLink());
  await page.locator('main').first().waitFor();
  return page;
}
