import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';

let app: OpenedApp;

async function openRoom(path: string, heading: string): Promise<void> {
  await app.page.goto(`${app.server.origin}${path}`);
  await app.page.getByRole('heading', { name: heading, level: 1 }).waitFor();
}

describe('customers and personal data', () => {
  beforeAll(async () => {
    app = await openApp({ workspace: 'empty' });
  });
  afterAll(async () => {
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it('begins a customer file by keyboard, and shows it masked', async () => {
    await openRoom('/customers', '고객');
    await app.page.getByRole('heading', { name: '아직 고객 파일이 없습니다' }).waitFor();
    await app.page.keyboard.press('n');
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await app.page.keyboard.type('C-001');
    await app.page.keyboard.press('Tab');
    await app.page.keyboard.type('김민용');
    await app.page.getByLabel('전화', { exact: true }).fill('010-1234-5678');
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('row', { name: /C-001.*김\*용.*010-1234-\*\*\*\*/ }).waitFor();
  });

  it('opens the file for a purpose, which the log keeps, and lets it be corrected then', async () => {
    const { page } = app;
    await page.getByRole('button', { name: '원래대로 보기' }).click();
    const dialog = page.getByRole('dialog', { name: '원문 보기' });
    await dialog.getByLabel('목적').fill('이름 정정 요청');
    await page.keyboard.press('Enter');
    const name = page.getByLabel('이름', { exact: true });
    await expect.poll(() => name.inputValue()).toBe('김민용');
    await name.fill('김민룡');
    await name.blur();
    await page.getByRole('row', { name: /김\*룡/ }).waitFor();
    // One's own correction leaves the file open; what somebody takes back closes it.
    expect(await name.inputValue()).toBe('김민룡');
    await app.test.call('undo.undo', {});
    await expect.poll(() => name.inputValue()).toBe('김*용');
    await app.test.call('undo.redo', {});
    await openRoom('/privacy', '개인정보');
    await page.getByRole('row', { name: /이름 정정 요청.*고객 파일 보기/ }).waitFor();
  });

  it('warns before a contact that the policy is against, and keeps the reason', async () => {
    const { page } = app;
    await app.test.call('customer.setPolicy', {
      policy: { maxContacts: 1, windowDays: 30, quietDays: 0 },
    });
    await openRoom('/customers', '고객');
    const add = page.getByRole('button', { name: '연락 기록 추가' });
    const log = page.getByRole('region', { name: '연락 기록', exact: true });
    await add.click();
    await log.getByLabel('목적').fill('만족도 확인');
    await page.keyboard.press('Enter');
    await log.getByText('만족도 확인').waitFor();
    await add.click();
    await page.getByRole('alert').getByText('30일 안에 이미 1번 연락했습니다').waitFor();
    const keep = log.getByRole('button', { name: '기록', exact: true });
    expect(await keep.isDisabled()).toBe(true);
    await log.getByLabel('그래도 연락하는 이유').fill('고객이 요청');
    await keep.click();
    await log.getByText('정책과 다른 연락: 고객이 요청').waitFor();
    await page.keyboard.press('Control+z');
    await log.getByText('정책과 다른 연락').waitFor({ state: 'detached' });
  });

  it('shows what a retention rule would do before it is done, and does it for good', async () => {
    const { page } = app;
    const { id } = await app.test.call('voc.create', {
      text: '김민용 고객님 010-1234-5678',
      receivedAt: '2019-01-05',
      channel: 'phone',
      kind: 'complaint',
    });
    await openRoom('/privacy', '개인정보');
    await page.getByText('대상이 없습니다').waitFor();
    await page.getByRole('checkbox', { name: '종결된 VOC만' }).click();
    await page.getByRole('row', { name: '2019 1' }).waitFor();
    await page.getByRole('button', { name: '1건 처리…' }).click();
    await page.getByRole('button', { name: '되돌릴 수 없음을 알고 실행' }).click();
    await expect
      .poll(async () => (await app.test.call('voc.get', { id })).text)
      .toBe('*** 고객님 ***');
    await page.getByRole('row', { name: /개인정보 삭제/ }).waitFor();
  });
});
