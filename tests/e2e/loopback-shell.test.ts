import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.ts';
import { answerOf, type Cli, openCli, waitForText } from '../support/cli-runner.ts';

let browser: Browser;
let cli: Cli;
let context: BrowserContext;
let stop: () => Promise<unknown>;
let nextLink: () => Promise<string>;

/** The command line serving a workspace of its own, and a browser that has never been there. */
beforeAll(async () => {
  browser = await launchChromium();
  cli = openCli();
  await cli.run(['new', 'shell.csm', '--name', '브라우저 시험']);
  const child = cli.start(['serve', 'shell.csm']);
  const ended = answerOf(child);
  const link = () => waitForText(child.stdout, /Workbench ready: (\S+)\n/);
  await link();
  nextLink = async () => {
    const printed = link();
    child.stdin.write('\n');
    return (await printed)[1] ?? '';
  };
  stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
});
afterAll(async () => {
  await stop();
  await browser.close();
  cli.dispose();
});
afterEach(() => context.close());

async function freshPage(): Promise<{ page: Page; problems: string[] }> {
  context = await browser.newContext({ locale: 'ko-KR' });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return { page, problems };
}

describe('browser shell', () => {
  it('opens by its link, keeps no token in the address and breaks no rule of its policy', async () => {
    const { page, problems } = await freshPage();
    await page.goto(await nextLink());
    await page.getByText('브라우저 시험').first().waitFor();

    expect(new URL(page.url()).search).toBe('');
    expect(problems).toEqual([]);
  });

  it('comes back to the same place after a reload', async () => {
    const { page, problems } = await freshPage();
    await page.goto(await nextLink());
    await page.getByText('브라우저 시험').first().waitFor();
    await page.goto(new URL('/voc', page.url()).href);
    await page.reload();
    await page.getByText('브라우저 시험').first().waitFor();

    expect(new URL(page.url()).pathname).toBe('/voc');
    expect(problems).toEqual([]);
  });

  it('tells who follows a spent link how to get a new one, and the new one opens', async () => {
    const first = await freshPage();
    const link = await nextLink();
    await first.page.goto(link);
    await first.page.getByText('브라우저 시험').first().waitFor();
    await context.close();

    const { page } = await freshPage();
    await page.goto(link);
    expect(await page.locator('section[lang=ko] strong').textContent()).toContain('Enter 키');
    expect(await page.locator('section[lang=en] strong').textContent()).toContain('Press Enter');
    await page.goto(await nextLink());
    await page.getByText('브라우저 시험').first().waitFor();
  });
});

describe('a page from elsewhere, in the browser that holds a session', () => {
  let rogue: Server;
  let rogueOrigin: string;

  beforeAll(async () => {
    rogue = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>rogue</title>');
    });
    await new Promise<void>((resolve) => rogue.listen(0, '127.0.0.1', () => resolve()));
    rogueOrigin = `http://127.0.0.1:${(rogue.address() as AddressInfo).port}`;
  });
  afterAll(() => rogue.close());

  /** Another port of this computer is the same site: the strict cookie is sent along. */
  it('can neither call, nor listen, nor read, nor frame', async () => {
    const { page } = await freshPage();
    await page.goto(await nextLink());
    await page.getByText('브라우저 시험').first().waitFor();
    const { origin } = new URL(page.url());
    await page.goto(rogueOrigin);
    const outcome = await page.evaluate(tryEverything, origin);

    expect(outcome).toEqual({
      json: 'refused',
      plain: 'refused',
      events: 'refused',
      image: 'refused',
    });
    await page.goto(`${origin}/`);
    await page.getByText('브라우저 시험').first().waitFor();
    expect(await page.getByText('탈취').count()).toBe(0);
  });
});

/** Runs inside the rogue page. */
async function tryEverything(origin: string) {
  const body = JSON.stringify({ method: 'workspace.rename', input: { name: '탈취' } });
  const post = (init: RequestInit) =>
    fetch(`${origin}/call`, { method: 'POST', credentials: 'include', body, ...init });
  const settled = (work: Promise<Response>) =>
    work.then(
      (response) => String(response.type),
      () => 'refused',
    );
  const json = await settled(post({ headers: { 'content-type': 'application/json' } }));
  const plain = await settled(post({ mode: 'no-cors' }));
  const events = await new Promise<string>((resolve) => {
    const source = new EventSource(`${origin}/events`, { withCredentials: true });
    source.addEventListener('open', () => resolve('open'));
    source.addEventListener('error', () => resolve('refused'));
  });
  const image = await new Promise<string>((resolve) => {
    const element = new Image();
    element.addEventListener('load', () => resolve('loaded'));
    element.addEventListener('error', () => resolve('refused'));
    element.src = `${origin}/`;
  });
  return { json, plain, events, image };
}
