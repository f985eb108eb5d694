import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;

const vocLines = [
  '접수번호,접수일시,접수경로,유형,지점명,고객의 소리,설문 메모',
  'C-001,2026-11-01 09:30,전화,불만,강남센터,"대기 시간이 길고, 안내가 없습니다",재방문',
  'C-002,2026.11.02,홈페이지,칭찬,마포센터,기사님이 친절하셨습니다,',
  'C-003,2026-11-03,앱,제안,강남센터,,빈 내용',
  'C-004,2026-13-45,앱,불만,강남센터,날짜가 이상한 행입니다,',
  'C-002,2026-11-05,앱,불만,부산센터,번호가 같은 행입니다,',
];

async function chooseFile(name: string, content: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    app.page.waitForEvent('filechooser'),
    app.page.getByRole('button', { name: '파일 선택' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: content });
}

const figure = (name: string) => app.page.locator(`[data-figure="${name}"] dd`).textContent();

describe('importing', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('brings a CP949 file in, lists the rejected rows with reasons, and saves them', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/voc`);
    await page.getByRole('heading', { name: '아직 VOC가 없습니다' }).waitFor();
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: 'VOC 가져오기' }).waitFor();
    await chooseFile('콜센터 11월.csv', iconv.encode(vocLines.join('\r\n'), 'cp949'));

    // Preview in readable Korean, with what was detected.
    await page.getByRole('cell', { name: '기사님이 친절하셨습니다' }).waitFor();
    const encoding = page.getByLabel('문자 인코딩');
    await expect
      .poll(() => encoding.locator('option:checked').textContent())
      .toBe('자동 (CP949 (EUC-KR))');

    // Read wrongly it is garbled, and says so; read right again it is not.
    await encoding.selectOption({ label: 'UTF-8' });
    await page.getByText('읽을 수 없는 글자', { exact: false }).waitFor();
    await encoding.selectOption({ label: 'CP949 (EUC-KR)' });
    await page.getByRole('cell', { name: '기사님이 친절하셨습니다' }).waitFor();
    await page.getByRole('button', { name: '다음' }).click();

    // Columns are guessed; the one without a use is kept.
    const useOf = (header: string) =>
      page.getByLabel(`‘${header}’ 열의 용도`).locator('option:checked').textContent();
    await expect.poll(() => useOf('고객의 소리')).toBe('내용 (고객의 말)');
    await expect.poll(() => useOf('접수일시')).toBe('접수일');
    await expect.poll(() => useOf('지점명')).toBe('지점');
    await expect.poll(() => useOf('설문 메모')).toBe('추가 항목으로 보관');
    // A number that repeats is not taken for an identifier; here one knows better.
    await page.getByLabel('‘접수번호’ 열의 용도').selectOption({ label: '원본 번호 (중복 확인)' });
    await page.getByRole('button', { name: '가져오기 시작' }).click();

    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
    await expect.poll(() => figure('read')).toBe('5');
    await expect.poll(() => figure('imported')).toBe('2');
    await expect.poll(() => figure('duplicates')).toBe('1');
    await expect.poll(() => figure('rejected')).toBe('2');
    await page.getByRole('cell', { name: '내용이 비어 있습니다' }).waitFor();
    await page.getByRole('cell', { name: /날짜로 읽을 수 없습니다/ }).waitFor();

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '거부된 행 저장' }).click();
    const saved = await readFile(await (await saving).path(), 'utf8');
    expect(saved.startsWith('\uFEFF')).toBe(true);
    expect(saved).toContain('C-003');
    expect(saved).toContain('내용이 비어 있습니다');
  });

  it('shows what it brought in, extra columns included', async () => {
    const { page } = app;
    await page.getByRole('link', { name: '가져온 VOC 보기' }).click();
    await page.getByText('가져온 파일: 콜센터 11월.csv').waitFor();
    await page.getByText('2건', { exact: true }).waitFor();
    await page.locator('[data-row]', { hasText: '대기 시간이 길고, 안내가 없습니다' }).click();
    const pane = page.getByRole('complementary', { name: 'VOC 읽기' });
    await pane.getByText('설문 메모').waitFor();
    await pane.getByText('재방문').waitFor();
  });

  it('remembers the settings for a file with the same columns', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/import/voc`);
    await chooseFile('콜센터 12월.csv', Buffer.from(`\uFEFF${vocLines.slice(0, 2).join('\n')}`));
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByText('그때의 설정을 썼습니다', { exact: false }).waitFor();
  });

  it('undoes a whole import in one step', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/voc`);
    await page.locator('[data-row] [data-column="text"]').first().waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await app.test.call('voc.count', {})).total).toBe(0);
  });

  it('says in words why a file cannot be read', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/import/voc`);
    await chooseFile('빈 파일.csv', Buffer.from(''));
    await page.getByRole('alert').getByText('빈 파일입니다', { exact: false }).waitFor();
  });

  it('takes a file dropped on it', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/import/voc`);
    await page.getByText('파일을 여기에 끌어다 놓거나', { exact: false }).waitFor();
    const transfer = await page.evaluateHandle((text) => {
      const made = new DataTransfer();
      made.items.add(new File([text], '끌어 놓은 파일.csv', { type: 'text/csv' }));
      return made;
    }, vocLines.join('\n'));
    await page.getByTestId('drop-zone').dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByText('끌어 놓은 파일.csv', { exact: false }).first().waitFor();
  });

  it('maps a wide survey: scales for many columns at once, open answers become VOC', async () => {
    const { page } = app;
    const items = Array.from({ length: 170 }, (_, index) => `문항 ${index + 1}`);
    const header = ['응답번호', '지점', '성별', ...items, '건의 사항'].join(',');
    const lines = Array.from({ length: 24 }, (_, index) =>
      [
        `R${index + 1}`,
        index % 2 === 0 ? '강남센터' : '마포센터',
        index % 3 === 0 ? '남' : '여',
        ...items.map((_item, column) => String(((index + column) % 5) + 1)),
        index < 3 ? `번호표 안내를 더 잘해 주시면 좋겠습니다 ${index}` : '',
      ].join(','),
    );
    await page.goto(`${app.server.origin}/import/survey`);
    await chooseFile('상반기 조사.csv', Buffer.from([header, ...lines].join('\n')));
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByText('조사 기준일을 입력하십시오.').waitFor();
    await expect.poll(() => page.getByLabel('조사 이름').inputValue()).toBe('상반기 조사');
    await page.getByLabel('조사 기준일').fill('20260630');
    await page.getByLabel('조사 기준일').blur();

    await page.getByLabel('열 이름으로 찾기').fill('문항');
    await page.getByLabel('보이는 열 모두 선택').check();
    await page.getByLabel('척도', { exact: true }).selectOption({ label: '1–7' });
    await page.getByRole('button', { name: '한꺼번에 지정' }).click();
    await expect.poll(() => page.getByLabel('‘문항 170’ 척도 최댓값').inputValue()).toBe('7');
    await page.getByLabel('열 이름으로 찾기').fill('건의');
    const open = page.getByLabel('‘건의 사항’ 열의 용도');
    await expect.poll(() => open.locator('option:checked').textContent()).toBe('주관식 (VOC가 됨)');
    await page.getByRole('button', { name: '가져오기 시작' }).click();
    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
    await expect.poll(() => figure('imported')).toBe('24');
    await page.getByText('주관식 답 3건은 VOC로', { exact: false }).waitFor();
    const surveyItems = await app.test.call('survey.listItems', {});
    expect(surveyItems).toHaveLength(170);
    expect(surveyItems[0]).toMatchObject({ scaleMin: 1, scaleMax: 7 });
    await page.getByRole('link', { name: '조사 응답 보기' }).click();
    await page.waitForURL(/\/responses/);
  });

  it('shows how far a big file is on its way, and lets go of it', async () => {
    const { page } = app;
    const { temporary } = app.test.host.context.folders;
    const received = () => readdirSync(temporary, { recursive: true }).sort();
    const before = received();
    const big = path.join(app.test.folder, '아주 큰 파일.csv');
    writeFileSync(big, `번호,내용\n${'1,기다렸습니다\n'.repeat(12_000_000)}`);
    await page.goto(`${app.server.origin}/import/voc`);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '파일 선택' }).click();
    await (await chooser).setFiles(big);
    await page.getByRole('progressbar', { name: /아주 큰 파일\.csv 보내는 중/ }).waitFor();
    await page.getByRole('button', { name: '취소', exact: true }).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: '파일 선택' }).isEnabled()).toBe(true);
    await expect.poll(received).toEqual(before);
  });

  it('counts what a survey would bring before it does, and then brings just that', async () => {
    const { page } = app;
    const lines = ['응답번호,성별,친절,대기,건의'];
    for (let at = 1; at <= 40; at++) {
      const answer = at === 7 ? '6점 만점' : String((at % 5) + 1);
      lines.push(
        `R${at},${at % 2 ? '남' : '여'},${answer},${at % 4 ? '3' : ''},${at < 3 ? '더 친절하게' : ''}`,
      );
    }
    await page.goto(`${app.server.origin}/import/survey`);
    await chooseFile('점검할 조사.csv', Buffer.from(lines.join('\n')));
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByLabel('조사 기준일').fill('20260831');
    await page.getByLabel('조사 기준일').blur();
    for (const item of ['친절', '대기']) {
      await page.getByLabel(`‘${item}’ 열의 용도`).selectOption({ label: '문항 (점수)' });
      await page.getByLabel(`‘${item}’ 척도 최댓값`).fill('5');
    }
    await page.getByLabel('‘건의’ 열의 용도').selectOption({ label: '주관식 (VOC가 됨)' });
    await page.getByRole('button', { name: '미리 점검' }).click();
    await page.getByRole('heading', { name: '가져오면 이렇게 됩니다' }).waitFor();
    const found = Object.fromEntries(
      await Promise.all(
        ['read', 'respondents', 'rejected', 'answers', 'unanswered', 'openAnswers'].map(
          async (name) => [name, await figure(name)] as const,
        ),
      ),
    );
    const waves = await app.test.call('survey.listWaves', {});
    expect(waves.map(({ name }) => name)).not.toContain('점검할 조사');
    expect(found).toEqual({
      read: '40',
      respondents: '39',
      rejected: '1',
      answers: '68',
      unanswered: '10',
      openAnswers: '2',
    });
    await page.getByText('답이 숫자가 아닌 행').waitFor();
    await page.getByRole('button', { name: '응답자 39명 가져오기' }).click();
    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
    await expect.poll(() => figure('imported')).toBe('39');
  });

  it('takes a table copied in Excel as new VOC, by a key in the list of VOC', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/voc`);
    await page.getByRole('heading', { name: 'VOC', exact: true, level: 1 }).waitFor();
    const table =
      '접수일\t내용\t채널\n2026-05-01\t"두 줄로\n적은 의견"\t전화\n2026-05-02\t결제가 안 됩니다\t앱\n';
    await page.evaluate((text) => navigator.clipboard.writeText(text), table);
    await page.keyboard.press('Control+Alt+v');
    await page.waitForURL(/\/import\/voc/);
    await page.getByText('붙여넣은 표', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByRole('button', { name: '가져오기 시작' }).click();
    await expect.poll(() => figure('imported')).toBe('2');
    const { rows } = await app.test.call('voc.listPage', { filter: { search: '"적은 의견"' } });
    expect(rows).toHaveLength(1);
    await app.test.call('undo.undo', {});
  });

  it('goes on while one is elsewhere, and is there again when one comes back', async () => {
    const { page } = app;
    const header = '번호,내용';
    const lines = Array.from({ length: 40_000 }, (_, index) => `N${index},고객의 말 ${index}`);
    await page.goto(`${app.server.origin}/import/voc`);
    await chooseFile('큰 파일.csv', Buffer.from([header, ...lines].join('\n')));
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByRole('button', { name: '가져오기 시작' }).click();
    await page.getByRole('link', { name: '요구 · 요소전개' }).click();
    await page.getByRole('heading', { name: /요구/ }).first().waitFor();
    await page.getByRole('link', { name: '홈', exact: true }).click();
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { name: 'VOC', exact: true, level: 1 }).waitFor();
    await page.keyboard.press('i');
    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
    await expect.poll(() => figure('imported')).toBe('40,000');
  });

  it('can be cancelled, and then leaves nothing behind', async () => {
    const { page } = app;
    const before = (await app.test.call('voc.count', {})).total;
    const lines = Array.from({ length: 200_000 }, (_, index) => `M${index},고객의 말 ${index}`);
    await page.goto(`${app.server.origin}/import/voc`);
    await chooseFile('더 큰 파일.csv', Buffer.from(['번호,내용', ...lines].join('\n')));
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByRole('button', { name: '가져오기 시작' }).click();
    await page.getByRole('button', { name: '가져오기 취소' }).click();
    await page.getByText('취소했습니다', { exact: true }).waitFor();
    expect((await app.test.call('voc.count', {})).total).toBe(before);
  });
});

const shared = path.resolve(import.meta.dirname, '../../../shared');
const reviews = path.join(shared, 'voc-texts/nsmc-50k.tsv');
const kiosk = path.join(shared, 'gold/kiosk-survey/kiosk_raw_utf8.csv');
const hasRealFiles = existsSync(reviews) && existsSync(kiosk);
if (!hasRealFiles) console.info('skipped: the real files of ../shared are not on this computer');

describe.skipIf(!hasRealFiles)('importing real files through the interface', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('takes 50,000 reviews in CP949 and accounts for every row', async () => {
    const { page } = app;
    const text = (await readFile(reviews, 'utf8')).replace(/^\uFEFF/, '');
    await page.goto(`${app.server.origin}/import/voc`);
    await chooseFile('nsmc-50k.tsv', iconv.encode(text, 'cp949'));
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByRole('button', { name: '가져오기 시작' }).click();
    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor({ timeout: 90_000 });
    await expect.poll(() => figure('read')).toBe('50,000');
    const counted = await Promise.all(['imported', 'duplicates', 'rejected'].map(figure));
    const sum = counted.reduce((total, count) => total + Number(count?.replaceAll(',', '')), 0);
    expect(sum).toBe(50_000);
    await page.getByRole('link', { name: '가져온 VOC 보기' }).click();
    await page.locator('[role="gridcell"][data-active]').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('감동');
    await page.locator('[data-row] mark', { hasText: '감동' }).first().waitFor();
  });

  it('takes the kiosk survey as a wave, with its reasons as VOC', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/import/survey`);
    await chooseFile('kiosk_raw_utf8.csv', await readFile(kiosk));
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByLabel('조사 기준일').fill('2026-05-01');
    await page.getByLabel('조사 기준일').blur();
    await page.getByRole('button', { name: '가져오기 시작' }).click();
    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
    await expect.poll(() => figure('read')).toBe('211');
    await expect.poll(() => figure('imported')).toBe('211');
    await page.getByRole('link', { name: '가져온 VOC 보기' }).click();
    await page.getByText('조사: kiosk_raw_utf8').waitFor();
    await page.getByText('211건', { exact: true }).waitFor();
  });
});
