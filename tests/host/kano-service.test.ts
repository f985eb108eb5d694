import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCalc } from '../../core/calc/run-calc.ts';
import { kanoOfTallies } from '../../core/domain/kano/kano-of-tallies.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
let houseId: number;
let whats: number[];
beforeEach(async () => {
  test = await startTestHost();
  const requirementIds = [];
  for (const name of ['친절', '신속']) requirementIds.push(await addRequirement(test, name));
  ({ id: houseId } = await test.call('house.create', { name: '집', requirementIds }));
  whats = await whatIdsOf(test, houseId);
});
afterEach(() => test.dispose());

const survey = () => test.call('kano.survey', { houseId });
const answer = (respondent: string, what: number, pair: [number, number] | null) => ({
  whatId: whats[what] ?? 0,
  respondent,
  pair,
});

describe('a Kano survey', () => {
  it('gives the figures of `csm calc kano`', async () => {
    const responses = Array.from({ length: 40 }, (_, i) => ({
      functional: 1 + (i % 3),
      dysfunctional: 1 + ((i * 7) % 5),
    }));
    await test.call('kano.setAnswers', {
      houseId,
      values: responses.map(({ functional, dysfunctional }, i) =>
        answer(`응답 ${i}`, 0, [functional, dysfunctional]),
      ),
    });
    const { respondents, tallies } = await survey();
    expect(respondents).toBe(40);
    const figures = kanoOfTallies(tallies);
    const [first] = whats;
    const calc = runCalc('kano', { responses });
    if (!calc.ok) throw new Error(JSON.stringify(calc));
    const { notes: _, ...ours } = figures.get(first ?? 0) ?? { notes: [] };
    expect(calc.output).toMatchObject(ours);
    expect(figures.has(whats[1] ?? 0)).toBe(false);
  });

  it('takes, changes and takes away pairs, each one step to undo', async () => {
    await test.call('kano.setAnswers', {
      houseId,
      values: [answer('김', 0, [1, 5]), answer('김', 1, [2, 2]), answer('이', 0, [3, 3])],
    });
    const before = await test.call('kano.listRespondents', { houseId });
    expect(before).toEqual({
      total: 2,
      rows: [
        {
          respondent: '김',
          answers: [
            { whatId: whats[0], functional: 1, dysfunctional: 5 },
            { whatId: whats[1], functional: 2, dysfunctional: 2 },
          ],
        },
        { respondent: '이', answers: [{ whatId: whats[0], functional: 3, dysfunctional: 3 }] },
      ],
    });
    await test.call('kano.setAnswers', {
      houseId,
      values: [answer('김', 0, [4, 4]), answer('이', 0, null)],
    });
    expect((await test.call('kano.listRespondents', { houseId })).rows).toMatchObject([
      { respondent: '김', answers: [{ functional: 4 }, { functional: 2 }] },
    ]);
    await test.call('undo.undo', {});
    expect(await test.call('kano.listRespondents', { houseId })).toEqual(before);
    await test.call('kano.removeRespondent', { houseId, respondent: '김' });
    expect((await survey()).respondents).toBe(1);
    await test.call('undo.undo', {});
    await test.call('kano.setAnswers', {
      houseId,
      values: [answer('박', 0, [1, 1])],
      replace: true,
    });
    expect((await survey()).tallies).toHaveLength(1);
  });

  it('keeps the last that is said of a pair when one list says it twice', async () => {
    await test.call('kano.setAnswers', {
      houseId,
      values: [
        answer('김', 0, null),
        answer('김', 0, [1, 5]),
        answer('이', 0, [3, 3]),
        answer('이', 0, null),
      ],
    });
    expect((await test.call('kano.listRespondents', { houseId })).rows).toMatchObject([
      { respondent: '김', answers: [{ functional: 1, dysfunctional: 5 }] },
    ]);
  });

  it('renames a respondent, but not to one that is there', async () => {
    await test.call('kano.setAnswers', {
      houseId,
      values: [answer('김', 0, [1, 5]), answer('이', 0, [3, 3])],
    });
    await test.call('kano.renameRespondent', { houseId, respondent: '김', name: '김하나' });
    const rename = (respondent: string, name: string) =>
      test.call('kano.renameRespondent', { houseId, respondent, name });
    await expect(rename('이', '김하나')).rejects.toMatchObject({ code: 'kano.nameTaken' });
    await expect(rename('없음', '누구')).rejects.toMatchObject({ code: 'kano.respondentUnknown' });
    expect((await test.call('kano.listRespondents', { houseId })).rows[0]?.respondent).toBe(
      '김하나',
    );
  });

  it('refuses what is no WHAT of the house', async () => {
    await expect(
      test.call('kano.setAnswers', {
        houseId,
        values: [{ whatId: 9999, respondent: '김', pair: [1, 1] }],
      }),
    ).rejects.toMatchObject({ code: 'house.whatUnknown' });
  });
});

describe('a file of Kano answers', () => {
  it('is read as text with its header, and rows not taken are saved for Excel', async () => {
    const file = path.join(test.folder, '카노.csv');
    writeFileSync(file, '응답자,1 긍정,1 부정\r\n김,1,5\r\n이,9,\r\n');
    const token = test.host.context.files.admit(file);
    expect(await test.call('kano.readFile', { token })).toEqual({
      rows: [
        ['응답자', '1 긍정', '1 부정'],
        ['김', '1', '5'],
        ['이', '9', ''],
      ],
    });
    const saved = await test.call('kano.saveRows', {
      name: '카노 제외 행',
      rows: [
        ['응답자', '이유'],
        ['=1+1', '응답이 아님'],
      ],
    });
    expect(saved.fileName).toBe('카노 제외 행.csv');
    const { path: place } = test.host.context.files.resolve(saved.token);
    expect(readFileSync(place, 'utf8')).toBe("\uFEFF응답자,이유\r\n'=1+1,응답이 아님\r\n");
  });
});
