import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenedApp, openApp } from '../support/app-driver.ts';
import { withNumbers } from '../support/edited-workbook.ts';
import { addRequirement } from '../support/workspace-seeds.ts';

let app: OpenedApp;
beforeAll(async () => {
  app = await openApp({ workspace: 'empty' });
});
afterAll(async () => {
  expect(app.problems).toEqual([]);
  await app.close();
});

/** Three requirements and three HOWs with relations on the diagonal, and the ids of both sides. */
async function makeHouse(name: string) {
  const { test } = app;
  const requirementIds: number[] = [];
  for (const what of ['전화가 빨리 연결된다', '약속을 지킨다', '한 번에 고친다']) {
    requirementIds.push(await addRequirement(test, what));
  }
  const { id } = await test.call('house.create', { name, requirementIds });
  for (const how of ['20초 내 응답률', '약속 시간 준수율', '1회 수리 완료율']) {
    await test.call('house.addHow', { houseId: id, name: how });
  }
  const view = await test.call('house.get', { id });
  const cells = [9, 3, 1].map((strength, i) => ({
    whatId: view.whats[i]?.whatId ?? 0,
    howId: view.hows[i]?.howId ?? 0,
    strength,
  }));
  await test.call('house.setRelations', { houseId: id, cells });
  return { id, cells };
}

const houses = () => app.test.call('house.list', {});

async function openMatrix(id: number): Promise<void> {
  await app.page.goto(`${app.server.origin}/house?id=${id}`);
  await app.page.getByRole('button', { name: '매트릭스 메뉴' }).click();
}

async function openFile(id: number, buffer: Buffer): Promise<void> {
  const { page } = app;
  await openMatrix(id);
  await page.getByRole('menuitem', { name: '파일에서 매트릭스 가져오기…' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '파일 선택' }).click();
  const mimeType = 'application/octet-stream';
  await (await chooser).setFiles({ name: '집.xlsx', mimeType, buffer });
}

describe('rounds of a house', () => {
  it('are kept, compared and restored; the house goes on to the next, out to Excel and back', async () => {
    const { page, test } = app;
    const { id, cells } = await makeHouse('서비스 기획');
    await page.goto(`${app.server.origin}/house/rounds?id=${id}`);
    await page.getByRole('heading', { name: '하우스를 보관하면' }).waitFor();
    await page.keyboard.press('Control+s');
    await page.getByRole('textbox', { name: '보관하는 사람' }).fill('김진행');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '1차 라운드', exact: false }).first().waitFor();
    await page.getByRole('heading', { name: '달라진 점이 없습니다' }).waitFor();

    const [, second] = cells;
    await test.call('house.setRelations', {
      houseId: id,
      cells: [{ whatId: second?.whatId ?? 0, howId: second?.howId ?? 0, strength: 0 }],
    });
    await page.getByText('관계 1칸').waitFor();
    await page.getByRole('radiogroup', { name: '비교 보기' }).getByText('매트릭스').click();
    await page.getByRole('cell', { name: '○ 3 → –' }).waitFor();
    await page.getByRole('radiogroup', { name: '비교 보기' }).getByText('목록').click();
    await page.getByRole('cell', { name: '2 약속을 지킨다 × 2 약속 시간 준수율' }).waitFor();

    await page.getByRole('button', { name: '1차 라운드 메뉴' }).click();
    await page.getByRole('menuitem', { name: '새 하우스로 되살리기…' }).click();
    await page.getByRole('textbox', { name: '새 하우스 이름' }).press('Enter');
    await expect
      .poll(async () => (await houses()).map(({ name }) => name))
      .toContain('서비스 기획 (1차 라운드)');
    await page.getByRole('link', { name: '서비스 기획', exact: true }).waitFor();
    expect((await test.call('house.get', { id })).relations[1]).toEqual([0, 0, 0]);

    await page.goto(`${app.server.origin}/house/rounds?id=${id}`);
    await page.getByRole('button', { name: '다음 단계로 전개…' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('button', { name: '기준까지 선택' }).click();
    await form.getByRole('textbox', { name: '다음 하우스 이름' }).fill('프로세스');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '프로세스' }).waitFor();
    await page.getByText('모든 중요도가 “서비스 기획”').waitFor();
    const next = (await houses()).find(({ name }) => name === '프로세스');
    await test.call('house.updateHow', { howId: cells[0]?.howId ?? 0, name: '10초 내 응답률' });
    const [carried] = (await test.call('house.get', { id: next?.id ?? 0 })).whats;
    await test.call('house.setImportance', {
      houseId: next?.id ?? 0,
      values: [{ whatId: carried?.whatId ?? 0, importance: 2 }],
    });
    await page.getByText('가중치 1개 달라짐').waitFor();
    await page.getByRole('button', { name: '가중치 다시 가져오기' }).click();
    await page.getByText('모든 중요도가 “서비스 기획”').waitFor();
  });

  it('come out to Excel and back in as a new house, and a matrix of any template is read', async () => {
    const { page, test } = app;
    const [house] = await houses();
    const id = house?.id ?? 0;
    await openMatrix(id);
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'Excel로 내보내기' }).click();
    const file = await (await download).path();

    await openFile(id, await readFile(file));
    await page.getByText('내보낸 뒤에 바뀐 내용이 없습니다.').waitFor();
    await page.getByRole('button', { name: '하우스 만들기' }).click();
    await expect.poll(async () => (await houses()).at(-1)?.name).toBe('서비스 기획 (Excel)');
    const [before, after] = await Promise.all(
      [id, (await houses()).at(-1)?.id ?? 0].map((each) => test.call('house.get', { id: each })),
    );
    expect(after?.relations).toEqual(before?.relations);
    expect(after?.whats.map(({ requirementId }) => requirementId)).toEqual(
      before?.whats.map(({ requirementId }) => requirementId),
    );

    const [what, otherWhat] = before?.whats ?? [];
    const howId = before?.hows[0]?.howId ?? 0;
    await test.call('house.setRelations', {
      houseId: id,
      cells: [{ whatId: what?.whatId ?? 0, howId, strength: 1 }],
    });
    await test.call('house.setImportance', {
      houseId: id,
      values: [{ whatId: otherWhat?.whatId ?? 0, importance: 2 }],
    });
    const changed = await test.call('house.get', { id });
    await openFile(id, withNumbers(await readFile(file), { F7: 3, G7: 1, E8: 5 }));
    await page.getByText('서로 다르게 바뀐 곳이 2곳').waitFor();
    const choice = page.getByRole('radiogroup', { name: '관계 1 전화가 빨리 연결된다 × 1' });
    expect(await choice.getByRole('radio', { name: '하우스 △ 1' }).isChecked()).toBe(true);
    await choice.getByRole('radio', { name: 'Excel에서 ○ 3' }).check();
    await page.getByText('하우스 값 1곳 · Excel 값 1곳').waitFor();
    await page.getByRole('button', { name: '이 하우스에 반영' }).click();
    await page.getByText('양쪽에서 바뀐 1곳은 하우스의 값을 그대로').waitFor();
    const applied = await test.call('house.get', { id });
    expect(applied.relations[0]).toEqual([3, 1, 0]);
    expect(applied.whats[1]?.importance).toBe(2);
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await test.call('house.get', { id })).relations)
      .toEqual(changed.relations);

    const template = [
      ['고객 요구', '중요도', '대기시간', '응대 태도', '담당'],
      ['빨리 연결된다', '5', '◎', '○', '콜센터'],
      ['친절하다', '4', '', '??', '매장'],
      ['한 번에 끝난다', '3', '△', '◎', '본사'],
    ];
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      template.map((row) => row.join('\t')).join('\n'),
    );
    await openMatrix(id);
    await page.getByRole('menuitem', { name: '파일에서 매트릭스 가져오기…' }).click();
    await page.getByRole('button', { name: '클립보드에서 붙여 넣기' }).click();
    await page.getByText('요구 3 × 품질요소 2').waitFor();
    await page.getByRole('cell', { name: '관계 척도에 없는 값입니다' }).waitFor();
    await page.getByRole('combobox', { name: 'B열', exact: true }).selectOption('쓰지 않음');
    await page.getByText('중요도 열이 없어').waitFor();
    await page.getByRole('combobox', { name: 'B열', exact: true }).selectOption('중요도');
    await page.getByRole('textbox', { name: '새 하우스 이름' }).fill('템플릿');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await houses()).at(-1)?.name).toBe('템플릿');
    const made = await test.call('house.get', { id: (await houses()).at(-1)?.id ?? 0 });
    expect(made.relations).toEqual([
      [9, 3],
      [0, 0],
      [1, 9],
    ]);
    expect(made.whats.map(({ importance }) => importance)).toEqual([5, 4, 3]);
  });
});
