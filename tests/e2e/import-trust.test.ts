import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;

const late = '기사님이 약속 시간보다 두 시간이나 늦게 오셨는데 사과도 없었습니다';
const header = '접수번호,접수일,접수채널,지점,고객의 소리,통화 메모';
const lines = [
  header,
  `A-1,2026-11-01,전화,강남,${late},재통화`,
  `A-2,2026-11-01,전화,강남,${late}!!,`,
  `A-3,2026-11-01,전화,강남,${late} 정말,`,
  'A-4,2026-11-02,웹,마포,안내가 친절하고 처리가 빨라서 좋았습니다,',
  'A-5,2026-02-30,웹,마포,날짜가 없는 날입니다,',
];

async function chooseFile(name: string, content: string): Promise<void> {
  const [chooser] = await Promise.all([
    app.page.waitForEvent('filechooser'),
    app.page.getByRole('button', { name: '파일 선택' }).click(),
  ]);
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
}

const figure = (name: string) => app.page.locator(`[data-figure="${name}"] dd`).textContent();

async function openImport(): Promise<void> {
  await app.page.goto(`${app.server.origin}/import/voc`);
  await app.page.getByText('파일을 여기에 끌어다 놓거나', { exact: false }).waitFor();
}

async function toMapping(): Promise<void> {
  await app.page.getByRole('button', { name: '다음' }).click();
  await app.page.getByLabel('‘고객의 소리’ 열의 용도').waitFor();
}

const total = async () => (await app.test.call('voc.count', {})).total;

describe('import to trust', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('shows in a dry run what would happen, and merges duplicates as chosen', async () => {
    const { page } = app;
    await openImport();
    await chooseFile('콜센터 11월.csv', lines.join('\n'));
    await toMapping();
    await page.getByRole('button', { name: '미리 점검' }).click();
    await page.getByRole('heading', { name: '가져오면 이렇게 됩니다' }).waitFor();
    await expect.poll(() => figure('read')).toBe('5');
    await expect.poll(() => figure('importable')).toBe('4');
    await expect.poll(() => figure('rejected')).toBe('1');
    await expect.poll(() => figure('exact')).toBe('1');
    await expect.poll(() => figure('near')).toBe('1');
    await page.getByText('2개: 강남, 마포').waitFor();
    await page.getByText('1개: 통화 메모').waitFor();
    expect(await total()).toBe(0);

    await page.getByLabel(/같은 글 1행과 비슷한 글 1행을 합치기/).check();
    await page.getByRole('button', { name: '2행 가져오기' }).click();
    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
    await expect.poll(() => figure('imported')).toBe('2');
    await expect.poll(() => figure('merged')).toBe('2');
    expect(await total()).toBe(2);
  });

  it('recognises the same file, whatever its name', async () => {
    const { page } = app;
    await page.getByRole('button', { name: '다른 파일 가져오기' }).click();
    await chooseFile('이름을 바꾼 파일.csv', lines.join('\n'));
    await page.getByText('이미 가져온 파일입니다').waitFor();
    await page.getByText('그중 2건이 지금도 있습니다.', { exact: false }).waitFor();
  });

  it('keeps a mapping as a template and offers it for a file that it fits', async () => {
    const { page } = app;
    await page.getByRole('button', { name: '다음' }).click();
    await page.getByLabel('‘통화 메모’ 열의 용도').selectOption({ label: '담당' });
    await page.getByRole('button', { name: '매핑 템플릿' }).click();
    await page.getByRole('menuitem', { name: '지금 연결을 템플릿으로 저장' }).click();
    await page.getByLabel('템플릿 이름').fill('콜센터 월별');
    await page.getByRole('button', { name: '저장', exact: true }).click();
    await page.getByText('템플릿을 저장했습니다: ‘콜센터 월별’.').waitFor();

    // Other columns beside those of the template: nothing is remembered for this file.
    await openImport();
    await chooseFile(
      '12월.csv',
      `${header},고객 등급\nB-1,2026-12-01,전화,강남,${late},김상담,VIP`,
    );
    await toMapping();
    await page.getByRole('button', { name: '이 템플릿 쓰기' }).click();
    await expect
      .poll(() => page.getByLabel('‘통화 메모’ 열의 용도').locator('option:checked').textContent())
      .toBe('담당');
  });

  it('takes several files in one go; one that fails does not stop the others', async () => {
    const { page } = app;
    await page.goto(`${app.server.origin}/voc`);
    await page.getByRole('link', { name: '중복 찾기' }).waitFor();
    const transfer = await page.evaluateHandle(
      ([one, two]) => {
        const made = new DataTransfer();
        made.items.add(new File([one ?? ''], '가 지점.csv'));
        made.items.add(new File(['%PDF-1.7'], '보고서.pdf'));
        made.items.add(new File([two ?? ''], '나 지점.csv'));
        return made;
      },
      [
        `${header}\nC-1,2026-10-01,전화,가 지점,주차장이 좁아서 오래 기다렸습니다,`,
        `${header}\nC-2,2026-10-02,전화,나 지점,상담 내용이 지난번과 달라 혼란스러웠습니다,\nC-3,,,,,`,
      ],
    );
    await page.locator('main').first().dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByText('파일 3개 중 첫 파일입니다', { exact: false }).waitFor();
    await toMapping();
    await page.getByRole('button', { name: '미리 점검' }).click();
    await page.getByRole('cell', { name: /표로 읽을 수 없는 파일입니다/ }).waitFor();
    const before = await total();
    await page.getByRole('button', { name: '2행 가져오기' }).click();
    await page.getByRole('heading', { name: '파일 3개 가져오기' }).waitFor();
    await expect.poll(total).toBe(before + 2);
    await expect.poll(() => page.getByRole('cell', { name: '완료' }).count()).toBe(2);
    await page.getByRole('button', { name: '다른 파일 가져오기' }).click();
  });

  it('takes a table pasted from Excel, with cells of several lines and no header', async () => {
    const { page } = app;
    await page.getByText('파일을 여기에 끌어다 놓거나', { exact: false }).waitFor();
    const pasted =
      '2026-09-01\t전화\t"첫 줄입니다\n둘째 줄에 사연이 이어집니다"\n2026-09-02\t웹\t예약 화면이 복잡해서 어려웠습니다';
    await page.evaluate((text) => navigator.clipboard.writeText(text), pasted);
    await page.getByTestId('drop-zone').click({ position: { x: 8, y: 8 } });
    await page.keyboard.press('Control+v');
    await page.getByRole('cell', { name: '예약 화면이 복잡해서 어려웠습니다' }).waitFor();
    await expect
      .poll(() => page.getByLabel('열 이름이 있는 줄').locator('option:checked').textContent())
      .toBe('열 이름이 없음');
    await page.getByRole('button', { name: '다음' }).click();
    const before = await total();
    await page.getByRole('button', { name: '가져오기 시작' }).click();
    await page.getByRole('heading', { name: /가져오기를 마쳤습니다/ }).waitFor();
    expect(await total()).toBe(before + 2);
  });

  it('finds duplicates, merges them by key, and undoes', async () => {
    const { page } = app;
    for (let time = 0; time < 2; time++) {
      await app.test.call('voc.create', {
        text: '번호표를 뽑고 한 시간을 기다렸는데 아무 안내가 없었습니다',
        receivedAt: '2026-08-01',
        channel: 'branch',
        kind: 'complaint',
        branch: '분당',
      });
    }
    const before = await total();
    await page.goto(`${app.server.origin}/voc`);
    await page.getByRole('link', { name: '중복 찾기' }).click();
    await page.getByText('아직 중복을 찾지 않았습니다').waitFor();
    await page.getByRole('button', { name: '중복 찾기' }).first().click();
    await page.getByRole('region', { name: /1번째 묶음, VOC 2건/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('남은 중복이 없습니다').waitFor();
    expect(await total()).toBe(before - 1);
    await page.keyboard.press('Control+z');
    await page.getByRole('region', { name: /1번째 묶음, VOC 2건/ }).waitFor();
    expect(await total()).toBe(before);
    await page.keyboard.press('d');
    await page.getByText('남은 중복이 없습니다').waitFor();
    expect(await total()).toBe(before);
  });
});
