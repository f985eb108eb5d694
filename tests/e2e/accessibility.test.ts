import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

interface AxeViolation {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary?: string }[];
}

declare const axe: {
  run(context: Document, options: object): Promise<{ violations: AxeViolation[] }>;
};

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

const screens = [
  ['/', 'main h1'],
  ['/voc', '[role="row"][data-row]'],
  ['/insight?view=keywords', 'main tbody a'],
  ['/insight?view=trend', 'main tbody a'],
  ['/insight?view=pairs', 'main tbody a'],
  ['/insight?view=pareto', 'main tbody a'],
  ['/insight?view=heat', 'main tbody a'],
  ['/insight?view=weekly', 'main tbody a'],
  ['/import/voc', 'main h1'],
  ['/import/survey', 'main h1'],
  ['/responses', '.ag-row'],
  ['/requirements', 'main h1'],
  ['/requirements/board', '[role="treeitem"][aria-level="1"][aria-expanded]'],
  ['/house', '[role="grid"]'],
  ['/csf', 'main h1'],
  ['/actions', 'main h1'],
  ['/csi', 'main svg text'],
  ['/reports', 'main h1'],
] as const;

/** What lies over a room once it is asked for, and what tells that it is there. */
const surfaces: [name: string, open: (page: Page) => Promise<void>, shown: string][] = [
  ['the palette', (page) => page.keyboard.press('Control+k'), '[role="dialog"]'],
  ['the shortcuts', (page) => page.keyboard.press('Shift+?'), '[role="dialog"] kbd'],
  ['the index editor', (page) => page.keyboard.press('n'), '[role="dialog"] form'],
  [
    'the menu of the workspace',
    (page) => page.getByTitle('워크스페이스 메뉴').click(),
    '[role="menuitem"]',
  ],
  [
    'the settings',
    (page) => page.getByRole('button', { name: '설정' }).click(),
    '[role="menuitemradio"]',
  ],
  [
    'the derivation of an index',
    (page) => page.getByRole('button', { name: '산출 과정' }).last().click(),
    '[role="dialog"] ol',
  ],
  [
    'the list of jobs',
    (page) => page.getByRole('button', { name: '작업 목록' }).click(),
    '[role="dialog"]',
  ],
];

describe.each(['light', 'dark'] as const)('accessibility, %s', (colorScheme) => {
  let app: OpenedApp;
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample', colorScheme });
  });
  afterAll(() => app.close());

  it.each(screens)('axe finds nothing serious on %s', async (address, ready) => {
    await app.page.goto(`${app.server.origin}${address}`);
    await app.page.locator(ready).first().waitFor();
    await app.page.evaluate(() =>
      Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))),
    );

    expect(await seriousFaults()).toEqual([]);
  });

  it('axe finds nothing serious in the open trail', async () => {
    await app.page.goto(`${app.server.origin}/csf`);
    await app.page.getByRole('button', { name: '근거와 결과 따라가기' }).first().click();
    await app.page.getByRole('dialog').getByRole('list').first().waitFor();
    await app.page.evaluate(() =>
      Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))),
    );

    expect(await seriousFaults()).toEqual([]);
  });

  it.each(surfaces)('axe finds nothing serious in what opens: %s', async (_name, open, shown) => {
    await app.page.goto(`${app.server.origin}/csi`);
    await app.page.locator('main svg text').first().waitFor();
    await open(app.page);
    await app.page.locator(shown).first().waitFor();
    // A menu fades in from a frame that nobody is told of; what is wrong then is right soon after.
    await expect.poll(seriousFaults, { timeout: 10_000 }).toEqual([]);
  });

  it('shows without an error on the console', () => {
    expect(app.problems).toEqual([]);
  });

  async function seriousFaults(): Promise<string[]> {
    // Through the debugger, which the page's content security policy does not bind.
    await app.page.evaluate(axeSource);
    const { violations } = await app.page.evaluate(() =>
      axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }),
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes
          .slice(0, 3)
          .map(
            ({ target, failureSummary }) =>
              `${id}: ${target.join(' ')} — ${failureSummary?.split('\n')[1]?.trim() ?? ''}`,
          ),
      );
  }
});
