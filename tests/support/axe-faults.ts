import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

interface AxeViolation {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary?: string }[];
}

declare const axe: {
  run(
    context: Document | { include: string[] },
    options: object,
  ): Promise<{ violations: AxeViolation[] }>;
};

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

export interface AxeScope {
  /** A CSS selector of what to look at; left out, the whole page. */
  within?: string;
  /** Colours alone: the rest is the same in light and dark. */
  colours?: boolean;
}

/** What on the page breaks WCAG 2.1 AA seriously, once nothing moves any more. */
export async function seriousFaults(page: Page, scope: AxeScope = {}): Promise<string[]> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // What runs for as long as somebody waits has no end to wait for.
        .filter((each) => each.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((each) => each.finished.catch(() => null)),
    ),
  );
  // Through the debugger, which the page's content security policy does not bind.
  if (await page.evaluate(() => typeof axe === 'undefined')) await page.evaluate(axeSource);
  const violations = await page.evaluate(async ({ within, colours }: AxeScope) => {
    const found = await axe.run(within === undefined ? document : { include: [within] }, {
      runOnly: colours === true ? ['color-contrast'] : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      // What passed is told of every element, at several times the price of looking for what did not.
      resultTypes: ['violations'],
    });
    return found.violations;
  }, scope);
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
