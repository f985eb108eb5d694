import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

const words = '김민용 고객님, "빠른" 환불\n부탁드립니다 010-1234-5678';

async function voc(change: object = {}): Promise<number> {
  const said = {
    text: words,
    receivedAt: '2026-11-01T09:30',
    channel: 'phone',
    kind: 'complaint',
  } as const;
  return (await test.call('voc.create', { ...said, ...change })).id;
}

async function exported(order: object): Promise<string> {
  const { jobId } = await test.call('export.startVoc', { format: 'csv', ...order });
  const job = await test.jobEnd(jobId);
  expect(job).toMatchObject({ status: 'succeeded', error: null });
  return test.host.context.files.resolveExisting(job.reportFile?.token ?? '').path;
}

describe('exporting the list', () => {
  it('writes CSV that Excel opens in Korean, newest first, with personal data masked', async () => {
    await voc({ severity: 4, branch: '강남점' });
    await voc({ text: '칭찬합니다', kind: 'praise', receivedAt: '2026-11-02' });
    const file = await exported({});
    const content = readFileSync(file, 'utf8');
    expect(content.startsWith('\uFEFF')).toBe(true);
    const [heads, ...rows] = parse(content, { bom: true }) as string[][];
    expect(heads?.slice(0, 5)).toEqual(['번호', '접수일시', '채널', '구분', '심각도']);
    const text = heads?.indexOf('내용') ?? -1;
    expect(rows.map((row) => row[text])).toEqual([
      '칭찬합니다',
      '김*용 고객님, "빠른" 환불\n부탁드립니다 010-1234-****',
    ]);
    expect(rows[1]?.slice(1, 6)).toEqual(['2026-11-01 09:30', '전화', '불만', '4', '강남점']);
    expect((await test.call('privacy.listUnmasked', {})).total).toBe(0);
  });

  it('writes the words as written for a purpose, which the log keeps with the number', async () => {
    await voc();
    await voc({ text: '다른 말' });
    const file = await exported({ purpose: '분쟁조정위원회 제출', filter: { search: '환불' } });
    expect(readFileSync(file, 'utf8')).toContain('010-1234-5678');
    expect((await test.call('privacy.listUnmasked', {})).rows[0]).toMatchObject({
      scope: 'export',
      purpose: '분쟁조정위원회 제출',
      count: 1,
    });
  });

  it('keeps in XLSX every text as it is, also what spreadsheet files write signs with', async () => {
    const texts = ['constructor', 'toString 안 됨', '_x0041_를 눌렀습니다', '__proto__'];
    for (const text of texts) await voc({ text, branch: text });
    const sheets = (await readXlsxFile(
      readFileSync(await exported({ format: 'xlsx' })),
    )) as unknown as { data: unknown[][] }[];
    const [heads, ...rows] = sheets[0]?.data ?? [];
    const column = heads?.indexOf('내용') ?? -1;
    expect(rows.map((row) => row[column])).toEqual(texts.toReversed());
  });

  it("takes the formula out of a customer's words, and leaves numbers alone", async () => {
    await voc({ text: '=HYPERLINK("http://evil.example","눌러")', externalId: '-12' });
    const [heads, row] = parse(readFileSync(await exported({}), 'utf8'), {
      bom: true,
    }) as string[][];
    expect(row?.[heads?.indexOf('내용') ?? -1]).toBe(`'=HYPERLINK("http://evil.example","눌러")`);
    expect(row?.[heads?.indexOf('원본 번호') ?? -1]).toBe('-12');
  });

  it('writes a workbook with numbers as numbers', async () => {
    await voc({ severity: 4 });
    const rows = (await readXlsxFile(
      readFileSync(await exported({ format: 'xlsx', locale: 'en' })),
    )) as unknown;
    const [sheet] = rows as { data: unknown[][] }[];
    const [heads, row] = sheet?.data ?? [];
    expect(heads?.[4]).toBe('Severity');
    expect(row?.[4]).toBe(4);
  });

  it('says so when there is nothing to export', async () => {
    await expect(test.call('export.startVoc', { format: 'csv' })).rejects.toMatchObject({
      code: 'export.nothing',
    });
  });
});

describe('saving a chart as a picture', () => {
  const today = () => {
    const now = new Date();
    const part = (value: number) => String(value).padStart(2, '0');
    return `${now.getFullYear()}${part(now.getMonth() + 1)}${part(now.getDate())}`;
  };
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

  it('makes a file named by title, workspace and day, of exactly what was drawn', async () => {
    const asked = { title: '낱말: 추세', format: 'png', data: png.toString('base64') } as const;
    const { token, fileName } = await test.call('export.picture', asked);
    expect(fileName).toBe(`낱말 추세_시험_${today()}.png`);
    expect(readFileSync(test.host.context.files.resolveExisting(token).path)).toEqual(png);
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>낱말</text></svg>';
    const drawn = await test.call('export.picture', { title: 'Trend', format: 'svg', data: svg });
    expect(readFileSync(test.host.context.files.resolveExisting(drawn.token).path, 'utf8')).toBe(
      svg,
    );
  });

  it('refuses what is no picture', async () => {
    for (const asked of [
      { title: '추세', format: 'png', data: '' },
      { title: '추세', format: 'png', data: Buffer.from('<html>').toString('base64') },
      { title: '추세', format: 'svg', data: '<script>1</script>' },
    ] as const) {
      await expect(test.call('export.picture', asked)).rejects.toMatchObject({
        code: 'export.noPicture',
      });
    }
  });
});
