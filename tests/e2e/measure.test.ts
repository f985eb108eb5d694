import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatInterval, formatScore } from '../../core/charts/chart-text.ts';
import { lightChartTheme } from '../../core/charts/chart-theme.ts';
import { scoreSample } from '../../core/domain/index/component-score.ts';
import { type CompositeEstimate, estimateIndex } from '../../core/domain/index/composite-index.ts';
import { compareIndexes } from '../../core/domain/index/index-change.ts';
import { localeWords } from '../../electron/host/locale-words.ts';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { marksFilled } from '../support/chart-marks.ts';
import {
  type FileRespondent,
  surveyBranches,
  surveyCsv,
  surveyItems,
  surveyRespondents,
  surveySegments,
} from '../support/survey-file.ts';

const korean = localeWords('ko');
const spring = surveyRespondents('봄', 90, 0);
const autumn = surveyRespondents('가을', 84, 1);
const waves = [
  { name: '2026년 봄 조사', date: '2026-04-15', respondents: spring },
  { name: '2026년 가을 조사', date: '2026-10-15', respondents: autumn },
];

let app: OpenedApp;

/** 60 % of the first two items, 40 % of the last two: what the editor is told further below. */
function expected(respondents: readonly FileRespondent[]): CompositeEstimate {
  const column = (item: number) => ({
    values: Float64Array.from(respondents, ({ answers }) => answers[item] ?? Number.NaN),
    scaleMin: 1,
    scaleMax: 7,
  });
  return estimateIndex(
    scoreSample(
      [
        { name: '요소 만족', weight: 0.6, score: 'mean-0-100', items: [column(0), column(1)] },
        { name: '전반적 만족', weight: 0.4, score: 'mean-0-100', items: [column(2), column(3)] },
      ],
      Float64Array.from(respondents, ({ weight }) => weight),
    ),
  );
}

/** n, index and interval as a row of a table shows them. */
function figuresOf({ n, index, ci95 }: CompositeEstimate): string[] {
  if (index === null || ci95 === null) throw new Error('the sample is too small');
  return [String(n), formatScore(index), formatInterval(ci95)];
}

const panel = (name: string) => app.page.getByRole('region', { name });
const groups = () => panel(korean('csi:panels.groups'));
const cellsOf = (region: ReturnType<typeof panel>, row: string) =>
  region.getByRole('row').filter({ hasText: row }).getByRole('cell').allTextContents();
const openCsi = async () => {
  await app.page.goto(`${app.server.origin}/csi`);
  await panel(korean('csi:panels.waves')).getByRole('table').waitFor();
};
const total = (count: number) =>
  app.page
    .getByRole('status')
    .filter({ hasText: korean('survey:screen.total', { formatted: count }) });

async function importWave(wave: (typeof waves)[number]): Promise<void> {
  const { page } = app;
  await page.goto(`${app.server.origin}/import/survey`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '파일 선택' }).click();
  await (await choosing).setFiles({
    name: `${wave.name}.csv`,
    mimeType: 'text/csv',
    buffer: surveyCsv(wave.respondents),
  });
  await page.getByRole('button', { name: '다음' }).click();
  await page.getByLabel('조사 기준일').fill(wave.date);
  await page.getByLabel('조사 기준일').blur();
  for (const item of surveyItems) {
    await expect.poll(() => page.getByLabel(`‘${item}’ 척도 최댓값`).inputValue()).toBe('7');
  }
  await page.getByRole('button', { name: '가져오기 시작' }).click();
  await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
}

/** Picks items in one component of the index editor, by their names. */
async function pickItems(component: string, items: string[]): Promise<void> {
  const { page } = app;
  const fields = page.getByRole('group', { name: component });
  for (const item of items) {
    await fields.getByRole('combobox', { name: korean('csi:editor.items') }).fill(item);
    await page.getByRole('option', { name: item, exact: true }).click();
  }
  await page.keyboard.press('Escape');
}

describe('measuring', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('takes in two waves through the wizard', async () => {
    for (const wave of waves) await importWave(wave);
    const rows = await app.test.call('survey.listWaves', {});
    expect(
      rows.map(({ name, surveyedOn, respondentCount }) => [name, surveyedOn, respondentCount]),
    ).toEqual(waves.map(({ name, date, respondents }) => [name, date, respondents.length]));
  });

  it('asks for an index before it shows figures, and says what it still lacks', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/csi`);
    await page.getByRole('heading', { name: korean('csi:empty.indexTitle') }).waitFor();
    await page.keyboard.press('n');
    const editor = page.getByRole('dialog');
    const status = editor.getByRole('status');
    await expect.poll(() => status.textContent()).toBe(korean('csi:editor.obstacles.name'));

    await editor.getByLabel(korean('csi:editor.name')).fill('종합 만족도');
    await expect.poll(() => status.textContent()).toBe(korean('csi:editor.obstacles.items'));
    await editor.getByRole('button', { name: korean('csi:editor.addComponent') }).click();
    const [first, second] = [1, 2].map((number) =>
      korean('csi:editor.componentNumbered', { number }),
    );
    await pickItems(first ?? '', surveyItems.slice(0, 2));
    await pickItems(second ?? '', surveyItems.slice(2));
    const share = (name: string) =>
      editor.getByRole('group', { name }).getByLabel(korean('csi:editor.share'));
    await share(first ?? '').fill('60');
    await expect.poll(() => status.textContent()).toBe(korean('csi:editor.obstacles.sum'));
    await expect.poll(() => editor.getByRole('button', { name: '저장' }).isDisabled()).toBe(true);
    await share(second ?? '').fill('40');
    for (const [component, name] of [
      [first, '요소 만족'],
      [second, '전반적 만족'],
    ] as const) {
      await editor
        .getByRole('group', { name: component ?? '' })
        .getByLabel(korean('csi:editor.componentName'))
        .fill(name);
    }
    await editor.getByRole('button', { name: '저장' }).click();
    await editor.waitFor({ state: 'detached' });
    const [index] = await app.test.call('csi.listIndexes', {});
    expect(index).toMatchObject({ name: '종합 만족도', version: 1 });
    expect(index?.components.map(({ name, weight }) => [name, weight])).toEqual([
      ['요소 만족', 0.6],
      ['전반적 만족', 0.4],
    ]);
  });

  it('shows n, index and interval of each wave, and the change, as the formula gives them', async () => {
    await openCsi();
    const region = panel(korean('csi:panels.waves'));
    const [before, after] = waves.map(({ respondents }) => expected(respondents));
    if (before === undefined || after === undefined) throw new Error('two waves are wanted');
    await expect
      .poll(async () => (await cellsOf(region, '2026년 봄 조사')).slice(0, 5))
      .toEqual(['2026년 봄 조사', ...figuresOf(before), '–']);
    const [name, ...figures] = await cellsOf(region, '2026년 가을 조사');
    expect(name).toBe('2026년 가을 조사');
    expect(figures.slice(0, 3)).toEqual(figuresOf(after));
    const { change } = compareIndexes(after, before);
    expect(change?.significant).toBe(true);
    expect(figures[3]).toContain(`+${change?.difference.toFixed(1)}`);
    expect(figures[3]).toContain(korean('report:charts.significant'));
  });

  it('cuts a wave by branch and by segment', async () => {
    await openCsi();
    await groups().getByText(korean('csi:views.table'), { exact: true }).click();
    for (const [cut, names, groupOf] of [
      ['지점', surveyBranches, ({ branch }: FileRespondent) => branch],
      ['구분', surveySegments, ({ segment }: FileRespondent) => segment],
    ] as const) {
      await groups().getByText(cut, { exact: true }).first().click();
      for (const name of names) {
        await groups().getByRole('link', { name, exact: true }).waitFor();
        const cells = await cellsOf(groups(), name);
        const members = autumn.filter((respondent) => groupOf(respondent) === name);
        expect(cells.slice(0, 4)).toEqual([name, ...figuresOf(expected(members))]);
      }
    }
  });

  it('compares another wave when asked', async () => {
    await openCsi();
    await groups().getByText('지점', { exact: true }).first().click();
    await groups()
      .getByRole('combobox', { name: korean('csi:columns.wave') })
      .click();
    await app.page.getByRole('option', { name: '2026년 봄 조사' }).click();
    const members = spring.filter(({ branch }) => branch === '마포센터');
    await expect
      .poll(async () => (await cellsOf(groups(), '마포센터')).slice(0, 4))
      .toEqual(['마포센터', ...figuresOf(expected(members))]);
  });

  it('opens the respondents behind a bar, and behind one of them the answers', async () => {
    const { page } = app;
    await openCsi();
    await groups().getByText(korean('csi:views.chart'), { exact: true }).click();
    const best = bestBranch();
    const chart = groups().getByRole('figure');
    const bars = await marksFilled(chart, lightChartTheme.primarySoft);
    expect(bars).toHaveLength(surveyBranches.length);
    const [bar] = bars;
    await page.mouse.click(bar?.x ?? 0, bar?.y ?? 0);

    await page.waitForURL(/\/responses\?.*branch=/);
    const members = autumn.filter(({ branch }) => branch === best);
    await total(members.length).waitFor();
    const row = page.locator('.ag-row', { hasText: members[0]?.key ?? '' });
    await row.click();
    const pane = page.getByRole('complementary', { name: korean('survey:pane.label') });
    await pane.getByRole('heading', { name: members[0]?.key ?? '' }).waitFor();
    for (const [column, item] of surveyItems.entries()) {
      const answer = members[0]?.answers[column];
      const shown = pane.getByRole('listitem').filter({ hasText: item });
      await expect
        .poll(() => shown.textContent())
        .toBe(`${item}${answer == null ? korean('survey:pane.noAnswer') : `${answer} / 7`}`);
    }
    await pane.getByRole('button', { name: '닫기' }).click();
    await pane.waitFor({ state: 'detached' });
  });

  it('opens the respondents behind a group by keyboard too, and narrows them further', async () => {
    const { page } = app;
    await openCsi();
    await groups().getByText(korean('csi:views.table'), { exact: true }).click();
    await groups().getByText('구분', { exact: true }).first().click();
    await groups().getByRole('link', { name: '재구매', exact: true }).focus();
    await page.keyboard.press('Enter');
    const repeat = autumn.filter(({ segment }) => segment === '재구매');
    await total(repeat.length).waitFor();

    await page.getByRole('combobox', { name: korean('survey:filters.branch') }).click();
    await page.getByRole('option', { name: '강남센터' }).click();
    const both = repeat.filter(({ branch }) => branch === '강남센터');
    await total(both.length).waitFor();
    await page.getByRole('button', { name: korean('survey:filters.clear') }).click();
    await total(autumn.length).waitFor();
  });

  it('opens the respondents of a wave from its point', async () => {
    const { page } = app;
    await openCsi();
    const chart = panel(korean('csi:panels.waves')).getByRole('figure');
    const [point] = await marksFilled(chart, lightChartTheme.primary, 8);
    await page.mouse.click(point?.x ?? 0, point?.y ?? 0);
    await page.waitForURL(/\/responses\?/);
    await page.getByRole('grid').waitFor();
    expect(new URL(page.url()).searchParams.get('waveId')).not.toBeNull();
  });

  it('cuts by region once branches have one', async () => {
    const { page } = app;
    await openCsi();
    await groups().getByText(korean('csi:cuts.region'), { exact: true }).first().click();
    await groups().getByText(korean('csi:panels.noRegions')).waitFor();

    await page.goto(`${app.server.origin}/responses`);
    await page.getByRole('button', { name: korean('survey:regions.title') }).click();
    for (const [branch, region] of [
      ['강남센터', '서울'],
      ['마포센터', '서울'],
      ['해운대센터', '부산'],
    ] as const) {
      const field = page.getByRole('combobox', { name: korean('survey:regions.of', { branch }) });
      await field.fill(region);
      await field.press('Enter');
    }
    await expect
      .poll(async () =>
        (await app.test.call('workspace.listBranches', {})).map(({ region }) => region),
      )
      .toEqual(['서울', '서울', '부산']);
    await openCsi();
    const seoul = autumn.filter(({ branch }) => branch !== '해운대센터');
    await groups().getByRole('link', { name: '서울' }).waitFor();
    expect((await cellsOf(groups(), '서울')).slice(0, 4)).toEqual([
      '서울',
      ...figuresOf(expected(seoul)),
    ]);
  });

  it('gives an item a name of its own', async () => {
    const { page } = app;
    await openCsi();
    const items = panel(korean('csi:panels.items'));
    await items.getByText(korean('csi:views.table'), { exact: true }).click();
    const label = surveyItems[0] ?? '';
    await items.getByRole('button', { name: korean('csi:items.rename', { label }) }).click();
    await page.keyboard.type('친절');
    await page.keyboard.press('Enter');
    // The row already reads 친절 while the field that says so is still open.
    await items.getByRole('textbox').waitFor({ state: 'hidden' });
    await items.getByRole('row', { name: /^친절/ }).waitFor();
    await page.keyboard.press('Control+z');
    await items.getByRole('row', { name: new RegExp(`^${label}`) }).waitFor();
  });

  it('copies chosen respondents for a spreadsheet', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/responses`);
    await page.locator('.ag-row [col-id="key"]').first().click();
    await page.keyboard.press('Control+c');
    await page.getByText(korean('app:clipboard.rows', { rows: 1 })).waitFor();
    const [heading, row] = (await page.evaluate(() => navigator.clipboard.readText())).split(
      '\r\n',
    );
    expect(heading?.split('\t').slice(0, 3)).toEqual(['응답자', '종합 만족도', '지점']);
    expect(row?.split('\t')[0]).toBe(autumn[0]?.key);
  });

  it('makes another version of the formula when the shares change, and all waves follow', async () => {
    const { page } = app;
    await openCsi();
    await page.getByRole('button', { name: korean('csi:screen.editIndex') }).click();
    const editor = page.getByRole('dialog');
    await editor.getByRole('button', { name: korean('csi:editor.even') }).click();
    await editor.getByRole('button', { name: '저장' }).click();
    await page.getByText(korean('csi:screen.version', { version: 2 }), { exact: true }).waitFor();
    const shown = () => cellsOf(panel(korean('csi:panels.waves')), '2026년 봄 조사');
    const before = formatScore(expected(spring).index ?? 0);
    await expect.poll(async () => (await shown())[2]).not.toBe(before);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await shown())[2]).toBe(before);
  });

  function bestBranch(): string {
    const scores = surveyBranches.map((name) => ({
      name,
      index: expected(autumn.filter(({ branch }) => branch === name)).index ?? 0,
    }));
    return scores.toSorted((a, b) => b.index - a.index)[0]?.name ?? '';
  }
});
