import { existsSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { ImportScene, summaryOf } from '../support/import-scene.ts';

const reviews = '../shared/voc-texts/nsmc-50k.tsv';
const kiosk = '../shared/gold/kiosk-survey/kiosk_raw_utf8.csv';

for (const file of [reviews, kiosk]) {
  if (!existsSync(file)) console.info(`skipped: ${file} is not on this computer`);
}

let test: TestHost;
let scene: ImportScene;

beforeEach(async () => {
  test = await startTestHost();
  scene = new ImportScene(test);
});
afterEach(() => test.dispose());

describe.skipIf(!existsSync(reviews))('50,000 real reviews', () => {
  /** Read apart from our reader: the file's quotes never hold a tab or a line end. */
  function expectedRows(): { external_id: string; text: string; label: string }[] {
    return readFileSync(reviews, 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .filter((line) => line !== '')
      .map((line) => {
        const [id = '', cell = '', label = ''] = line.split('\t');
        const isQuoted = cell.startsWith('"') && cell.endsWith('"') && cell.length > 1;
        const text = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
        return { external_id: id, text: text.trim(), label };
      });
  }

  it.each(['utf-8', 'cp949'] as const)('in %s arrive as VOC, word for word', async (encoding) => {
    const whole = readFileSync(reviews, 'utf8');
    const token = scene.file(iconv.encode(whole, encoding), '리뷰.tsv');
    // The encoding holds every character of this file, so nothing may be missing afterwards.
    expect(iconv.decode(iconv.encode(whole, encoding), encoding)).toBe(whole);
    const inspection = await scene.inspect(token);
    expect(inspection).toMatchObject({
      encoding,
      delimiter: '\t',
      headers: ['id', 'document', 'label'],
      undecodable: false,
    });
    const expected = expectedRows();
    const taken = expected.filter(({ text }) => text !== '');
    const summary = summaryOf(await scene.voc(token));
    expect(summary).toMatchObject({
      read: 50_000,
      imported: taken.length,
      duplicates: 0,
      rejected: expected.length - taken.length,
      undecodableCharacters: 0,
    });
    const stored = scene.rows(
      `SELECT external_id, text, value AS label FROM voc
       JOIN voc_extra ON voc_id = voc.id ORDER BY voc.id`,
    );
    expect(stored).toEqual(taken);
    await test.call('undo.undo', {});
    expect(scene.count('voc')).toBe(0);
    await test.call('undo.redo', {});
    expect(scene.count('voc_extra')).toBe(taken.length);
  });
});

describe.skipIf(!existsSync(kiosk))('a real survey of kiosk users', () => {
  it('becomes a wave whose reasons are VOC and whose every cell is kept', async () => {
    const token = test.host.context.files.admit(kiosk);
    const { surveyMapping, headers } = await scene.inspect(token);
    expect(headers).toHaveLength(163);
    expect(Object.keys(surveyMapping.items)).toHaveLength(100);
    expect(surveyMapping.segments).toHaveLength(3);
    expect(surveyMapping.openQuestions).toEqual([
      '키오스크를 이용하게 된 동기는 무엇입니까? (중복가능)',
    ]);
    const summary = summaryOf(await scene.survey(token, '키오스크 이용자'));
    expect(summary).toMatchObject({
      read: 211,
      imported: 211,
      duplicates: 0,
      rejected: 0,
      vocFromOpenAnswers: 211,
    });
    expect(
      scene.rows(
        `SELECT text FROM voc WHERE channel = 'survey' AND respondent_id IS NOT NULL LIMIT 1`,
      ),
    ).toEqual([
      {
        text: '주문, 결제시간이 절약되어서, 직원과 대면하지 않아서, 기기사용이 친숙해서/재미있어서',
      },
    ]);
    // 163 columns × 211 rows, less the blank and NA cells of the four who never used a kiosk.
    const kept = ['answer', 'respondent_segment', 'respondent_extra', 'voc'].map((table) =>
      scene.count(table),
    );
    expect(kept.reduce((sum, count) => sum + count, 0)).toBe(163 * 211 - 4 * (100 + 58));
  });
});
