import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TrailKind, trailKinds } from '../../core/contract/trail.contract.ts';
import { localeWords } from '../../electron/host/locale-words.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

const korean = localeWords('ko');
const openWords = korean('trail:open');

let app: OpenedApp;

const drawer = () => app.page.getByRole('dialog', { name: korean('trail:title') });
/** One stop of the trail, by the start of its heading; the count stands behind the name. */
const station = (kind: TrailKind): Locator =>
  drawer()
    .getByRole('listitem')
    .filter({ has: app.page.locator('h3', { hasText: korean(`trail:stations.${kind}`) }) });
const go = (address: string) => app.page.goto(app.server.origin + address);
const walkTo = (kind: TrailKind, words: string) =>
  station(kind).getByRole('button', { name: words }).click();
const trailOf = (kind: TrailKind, id: number) => app.test.call('trail.get', { kind, id });

/** The drawer shows this thing, and at every stop as many as the host says. */
async function expectTrail(kind: TrailKind, id: number): Promise<void> {
  const trail = await trailOf(kind, id);
  await drawer()
    .getByText(korean(`trail:kinds.${kind}`), { exact: true })
    .first()
    .waitFor();
  await drawer().getByText(trail.title, { exact: true }).first().waitFor();
  const counts: Record<TrailKind, number> = {
    voc: trail.voc.total,
    requirement: trail.requirements.length,
    how: trail.hows.length,
    csf: trail.csfs.length,
    action: trail.actions.length,
    item: trail.items.length,
  };
  for (const stop of trailKinds) {
    const name = korean(`trail:stations.${stop}`);
    const shown = counts[stop].toLocaleString('ko');
    await expect
      .poll(() => station(stop).getByRole('heading').textContent(), { message: stop })
      .toBe(`${name}${shown}`);
  }
  await expect
    .poll(() => drawer().locator('[data-here]').getByRole('heading').textContent())
    .toContain(korean(`trail:stations.${kind}`));
}

/** An action with everything behind it: a CSF, requirements and VOC. */
async function wholeAction() {
  for (const action of await app.test.call('action.list', {})) {
    const trail = await trailOf('action', action.id);
    if (trail.voc.total > 0 && trail.csfs.length > 0 && trail.items.length > 0) {
      return { action, trail };
    }
  }
  throw new Error('the sample holds no action with a whole trail');
}

/** The trail of an action, from the row of it in its room. */
async function openAction(id: number, title: string): Promise<void> {
  await go(`/actions?id=${id}`);
  await app.page.locator('tr[aria-selected="true"]').filter({ hasText: title }).waitFor();
  await app.page.keyboard.press('t');
}

const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error('the list is empty');
  return one;
};

describe('the trail', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'sample' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('walks from a CSI item to its requirement, on to what a customer said, and back', async () => {
    const { page } = app;
    const { trail } = await wholeAction();
    const item = first(trail.items);
    await go(`/csi?itemId=${item.id}`);
    const row = page.getByRole('row').filter({ hasText: item.label });
    await row.getByRole('button', { name: openWords }).click();
    await expectTrail('item', item.id);

    const requirement = first((await trailOf('item', item.id)).requirements);
    await walkTo('requirement', requirement.name);
    await expectTrail('requirement', requirement.id);

    const voc = first((await trailOf('requirement', requirement.id)).voc.sample);
    await walkTo('voc', voc.text.slice(0, 20));
    await expectTrail('voc', voc.id);
    const { text } = await app.test.call('voc.get', { id: voc.id });
    await drawer().getByText(`“${text}”`, { exact: true }).waitFor();

    await drawer()
      .getByRole('button', { name: korean('app:back') })
      .click();
    await expectTrail('requirement', requirement.id);
    await drawer()
      .getByRole('button', { name: korean('app:back') })
      .click();
    await expectTrail('item', item.id);
  });

  it('walks from a CSI item forward to the actions, and opens one in its room', async () => {
    const { page } = app;
    const { action, trail } = await wholeAction();
    const item = first(trail.items);
    await go(`/csi?itemId=${item.id}`);
    await page
      .getByRole('row')
      .filter({ hasText: item.label })
      .getByRole('button', { name: openWords })
      .click();
    await walkTo('action', action.title);
    await expectTrail('action', action.id);
    await station('action')
      .getByRole('link', { name: korean('trail:openRoom') })
      .click();
    await page.waitForURL(new RegExp(`/actions\\?id=${action.id}$`));
    await drawer().waitFor({ state: 'detached' });
    await page.locator('tr[aria-selected="true"]').filter({ hasText: action.title }).waitFor();
  });

  it('walks from a CSF back to VOC and reads all of them in their room', async () => {
    const { page } = app;
    const csf = first(await app.test.call('csf.list', {}));
    await go(`/csf?id=${csf.id}`);
    await page.getByRole('complementary').getByRole('button', { name: openWords }).click();
    await expectTrail('csf', csf.id);
    const { requirements, voc } = await trailOf('csf', csf.id);
    const requirement = first(requirements);
    // A few quotes leave the stations below in sight; the rest is one press away.
    const quotes = station('voc').getByRole('button', { name: '“' });
    await expect.poll(() => quotes.count()).toBe(3);
    const more = korean('trail:moreVoc', { formatted: String(voc.sample.length) });
    await station('voc').getByRole('button', { name: more }).click();
    await expect.poll(() => quotes.count()).toBe(voc.sample.length);

    const count = requirement.vocCount.toLocaleString('ko');
    await station('requirement')
      .getByRole('link', { name: korean('trail:vocCount', { formatted: count }) })
      .first()
      .click();
    await page.waitForURL(/\/voc\?filter=/);
    const filter = { requirementId: requirement.id };
    const { total } = await app.test.call('voc.count', { filter });
    expect(total).toBe(requirement.vocCount);
    await page
      .getByText(`${total.toLocaleString('ko')}건`, { exact: true })
      .first()
      .waitFor();
  });

  it('walks from a VOC forward to the action it led to, and from the action back to it', async () => {
    const { page } = app;
    const { action, trail } = await wholeAction();
    const voc = first(trail.voc.sample);
    await go(`/voc?open=${voc.id}`);
    const pane = page.getByRole('complementary', { name: 'VOC 읽기' });
    await pane.getByText(`VOC ${voc.id}`).first().waitFor();
    await pane.getByRole('button', { name: openWords }).click();
    await expectTrail('voc', voc.id);
    await walkTo('action', action.title);
    await expectTrail('action', action.id);

    await walkTo('voc', voc.text.slice(0, 20));
    await expectTrail('voc', voc.id);
    await station('voc')
      .getByRole('link', { name: korean('trail:openRoom') })
      .click();
    await pane.getByText(`VOC ${voc.id}`).first().waitFor();
  });

  it('begins at every screen that shows one of its stops', async () => {
    const { page } = app;
    const { action, trail } = await wholeAction();
    const requirement = first(trail.requirements);
    const how = first(trail.hows);
    const csf = first(trail.csfs);
    const openIn = async (scope: Locator, name: string | RegExp = openWords) => {
      await scope.getByRole('button', { name }).first().click();
    };

    await go(`/requirements?id=${requirement.id}`);
    await openIn(page.getByRole('complementary'));
    await expectTrail('requirement', requirement.id);

    const what = first((await app.test.call('house.get', { id: how.houseId })).whats);
    await go(`/house?id=${how.houseId}`);
    await page.getByRole('rowheader').filter({ hasText: what.name }).hover();
    await openIn(page.getByRole('grid'), korean('house:what.trailOf', { name: what.name }));
    await expectTrail('requirement', what.requirementId ?? 0);

    await go(`/csf?id=${csf.id}`);
    await openIn(page.getByRole('complementary'));
    await expectTrail('csf', csf.id);

    await openAction(action.id, action.title);
    await expectTrail('action', action.id);
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });

    await go('/');
    const late = first(await app.test.call('action.list', { filter: { overdueOnly: true } }));
    await openIn(page.getByRole('row').filter({ hasText: late.title }));
    await expectTrail('action', late.id);
  });

  it('begins at a HOW of the matrix', async () => {
    const { page } = app;
    const { trail } = await wholeAction();
    const how = first(trail.hows);
    await go(`/house?id=${how.houseId}&howId=${how.id}`);
    await page.getByRole('grid').waitFor();
    await page.getByRole('columnheader').filter({ hasText: how.name }).first().dblclick();
    await page.getByRole('button', { name: openWords, exact: true }).first().click();
    await expectTrail('how', how.id);
  });

  it('begins at the words a respondent wrote', async () => {
    const { page } = app;
    const { rows } = await app.test.call('voc.listPage', {
      filter: { channels: ['survey'] },
      limit: 1,
    });
    const { respondent } = await app.test.call('voc.get', { id: first(rows).id });
    await go(`/responses?waveId=${respondent?.waveId}&respondentId=${respondent?.id}`);
    await page.getByRole('complementary').getByRole('button', { name: openWords }).first().click();
    await expectTrail('voc', first(rows).id);
  });

  it('is left when one goes to another room, and says when its subject is gone', async () => {
    const { page } = app;
    const { action } = await wholeAction();
    await openAction(action.id, action.title);
    await expectTrail('action', action.id);
    await page.keyboard.press('Alt+5');
    await page.waitForURL(/\/csf/);
    await drawer().waitFor({ state: 'detached' });

    await openAction(action.id, action.title);
    await expectTrail('action', action.id);
    await app.test.call('action.remove', { id: action.id });
    await drawer().getByText(korean('trail:gone')).waitFor();
    await app.test.call('undo.undo', {});
    await expectTrail('action', action.id);
  });
});
