import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkspaceFile } from '../../db/workspace-file.ts';
import { checkWorkspaceFile } from '../../electron/host/services/workspace.service.ts';
import { answerOf, type Cli, openCli, waitForText } from '../support/cli-runner.ts';

let cli: Cli;

beforeAll(() => {
  cli = openCli();
});
afterAll(() => cli.dispose());

const inFolder = (name: string) => path.join(cli.folder, name);

/** As `csm new` makes it, without a process for it. */
function newWorkspace(name: string): string {
  const createdAt = '2026-03-01T00:00:00Z';
  createWorkspaceFile(inFolder(name), { name, sample: false, createdAt });
  return name;
}

const countsOf = (workspace: string) => checkWorkspaceFile(inFolder(workspace)).counts;

const voc = [
  '접수번호,고객의 소리,채널,접수일',
  'A-1,"기사님이 친절하셨습니다, 정말로",전화,2026-03-02',
  'A-2,예약이 너무 어렵습니다,웹,2026-03-03',
  'A-3,,전화,2026-03-05',
  'A-4,예약이 너무 어렵습니다,웹,2026-03-06',
  '',
].join('\r\n');

describe('csm import voc', () => {
  it('adds up, guesses the mapping and prints it, and keeps the rejected rows', async () => {
    const workspace = newWorkspace('voc.csm');
    writeFileSync(inFolder('고객의 소리.csv'), `\uFEFF${voc}`);
    const words = ['import', 'voc', '고객의 소리.csv', '--workspace', workspace];
    const answer = await cli.run(words);
    const again = await cli.run(words);

    expect(answer.exitCode).toBe(0);
    expect(answer.json()).toMatchObject({
      read: 4,
      imported: 3,
      duplicates: 0,
      rejected: 1,
      undecodableCharacters: 0,
      rejectedFile: inFolder('고객의 소리.rejected.csv'),
      seconds: expect.any(Number),
      mapping: { columns: { 접수번호: 'externalId', '고객의 소리': 'text', 채널: 'channel' } },
    });
    expect(again.json()).toMatchObject({ read: 4, imported: 0, duplicates: 3, rejected: 1 });
    const rejected = readFileSync(inFolder('고객의 소리.rejected.csv'), 'utf8');
    expect(rejected.startsWith('\uFEFF')).toBe(true);
    expect(rejected).toContain('A-3');
    expect(countsOf(workspace)).toMatchObject({ voc: 3, imports: 2 });
  });

  it('takes a mapping file at its word and prints no guess', async () => {
    const workspace = newWorkspace('mapped.csm');
    writeFileSync(inFolder('plain.csv'), 'a,b\n1,배송이 빨라요\n');
    writeFileSync(
      inFolder('mapping.json'),
      JSON.stringify({ columns: { b: 'text', a: 'extra' }, defaults: { channel: 'app' } }),
    );
    const words = ['import', 'voc', 'plain.csv', '--workspace', workspace];
    const answer = await cli.run([...words, '--mapping', 'mapping.json']);
    const found = await cli.run(['voc', 'search', '배송', '--workspace', workspace]);

    expect(answer.json()).toMatchObject({ read: 1, imported: 1, rejected: 0, rejectedFile: null });
    expect(answer.json()).not.toHaveProperty('mapping');
    expect(found.json<{ rows: unknown[] }>().rows[0]).toMatchObject({ channel: 'app' });
  });

  it.each([
    ['a mapping that is no JSON', '{', 'app.notJson'],
    ['a target that does not exist', '{"columns":{"b":"smell"}}', 'app.mappingInvalid'],
    ['a field that does not exist', '{"columns":{"b":"text"},"colums":{}}', 'app.mappingInvalid'],
    ['a column that the file lacks', '{"columns":{"z":"text"}}', 'import.headerUnknown'],
    ['no column for the text', '{"columns":{"a":"extra"}}', 'import.textColumnMissing'],
  ])('refuses %s as bad input and imports nothing', async (_, mapping, code) => {
    writeFileSync(inFolder('plain.csv'), 'a,b\n1,배송이 빨라요\n');
    writeFileSync(inFolder('bad.json'), mapping);
    const workspace = 'refused.csm';
    if (!existsSync(inFolder(workspace))) newWorkspace(workspace);
    const words = ['import', 'voc', 'plain.csv', '--workspace', workspace];
    const answer = await cli.run([...words, '--mapping', 'bad.json']);

    expect(answer.fault().code).toBe(code);
    expect(answer.exitCode).toBe(2);
    expect(countsOf(workspace)).toMatchObject({ voc: 0, imports: 0 });
  });

  it('prints what it would do with --dry-run, and does nothing', async () => {
    const workspace = newWorkspace('dry.csm');
    writeFileSync(inFolder('dry.csv'), voc);
    const words = ['import', 'voc', 'dry.csv', '--workspace', workspace];
    const answer = await cli.run([...words, '--dry-run']);

    expect(answer.exitCode).toBe(0);
    expect(answer.json()).toMatchObject({
      dryRun: true,
      read: 4,
      importable: 3,
      rejectedByReason: [{ reason: 'textEmpty', count: 1 }],
      duplicateIds: { inFile: 0, inWorkspace: 0 },
      dateFrom: '2026-03-02',
      dateTo: '2026-03-06',
      mapping: { columns: { '고객의 소리': 'text' } },
    });
    expect(countsOf(workspace)).toMatchObject({ voc: 0, imports: 0 });
  });

  it('leaves out or merges rows of the same text when told to', async () => {
    const text = '예약 화면이 어려워서 몇 번이나 다시 했습니다';
    const lines = ['채널,접수일,내용', `웹,2026-03-03,${text}`, `웹,2026-03-03,${text}!`];
    writeFileSync(inFolder('same.csv'), lines.join('\n'));
    const run = async (name: string, choice: string) => {
      const workspace = newWorkspace(name);
      const words = ['import', 'voc', 'same.csv', '--workspace', workspace];
      return (await cli.run([...words, '--duplicates', choice])).json();
    };
    expect(await run('keep.csm', 'keep')).toMatchObject({ imported: 2, duplicates: 0 });
    expect(await run('skip.csm', 'skip-exact')).toMatchObject({ imported: 1, duplicates: 1 });
    expect(await run('merge.csm', 'merge-exact')).toMatchObject({ imported: 1, merged: 1 });
  });

  it('is stopped by Ctrl+C and leaves the workspace as it was', async () => {
    const workspace = newWorkspace('stopped.csm');
    const rows = Array.from({ length: 120_000 }, (_, row) => `${row},${row}번째 고객의 긴 이야기`);
    writeFileSync(inFolder('many.csv'), `번호,내용\n${rows.join('\n')}\n`);
    const child = cli.start(['import', 'voc', 'many.csv', '--workspace', workspace]);
    const ended = answerOf(child);
    await waitForText(child.stderr, /many\.csv/);
    child.kill('SIGINT');
    const answer = await ended;

    expect(answer.fault().code).toBe('app.cancelled');
    expect(answer.exitCode).toBe(1);
    expect(checkWorkspaceFile(inFolder(workspace))).toMatchObject({
      ok: true,
      counts: { voc: 0, imports: 0 },
    });
  });
});

describe('csm import survey', () => {
  const survey = '번호,만족도,재구매,지점,의견\n1,7,6,강남,좋았습니다\n2,5,4,부산,\n2,5,4,부산,\n';
  const mapping = {
    respondentId: '번호',
    items: {
      만족도: { label: '전반 만족', scaleMin: 1, scaleMax: 7, reversed: false },
      재구매: { scaleMin: 1, scaleMax: 7 },
    },
    branch: '지점',
    openQuestions: ['의견'],
  };

  it('makes a wave of respondents, and VOC of what they wrote', async () => {
    const workspace = newWorkspace('survey.csm');
    writeFileSync(inFolder('survey.csv'), survey);
    writeFileSync(inFolder('survey.json'), JSON.stringify(mapping));
    const words = ['import', 'survey', 'survey.csv', '--workspace', workspace, '--wave', '1차'];
    const answer = await cli.run([...words, '--mapping', 'survey.json', '--date', '2026-05-01']);

    expect(answer.exitCode).toBe(0);
    expect(answer.json()).toMatchObject({
      read: 3,
      imported: 2,
      duplicates: 1,
      rejected: 0,
      vocFromOpenAnswers: 1,
    });
    expect(countsOf(workspace)).toMatchObject({ waves: 1, respondents: 2, voc: 1 });
  });

  it('counts in a dry run what it would do, and does nothing', async () => {
    const workspace = newWorkspace('survey-dry.csm');
    writeFileSync(inFolder('survey.csv'), survey);
    writeFileSync(inFolder('survey.json'), JSON.stringify(mapping));
    const words = ['import', 'survey', 'survey.csv', '--workspace', workspace, '--wave', '1차'];
    const answer = await cli.run([...words, '--mapping', 'survey.json', '--dry-run']);

    expect(answer.exitCode).toBe(0);
    expect(answer.json()).toMatchObject({
      dryRun: true,
      waveName: '1차',
      read: 3,
      respondents: 2,
      duplicates: 1,
      answers: 4,
      unanswered: 0,
      openAnswers: 1,
    });
    expect(countsOf(workspace)).toMatchObject({
      waves: 0,
      respondents: 0,
      voc: 0,
      imports: 0,
    });
  });

  it.each([
    ['without the name of the wave', [], 'app.optionMissing'],
    [
      'on a day that does not exist',
      ['--wave', '1차', '--date', '2026-02-30'],
      'app.optionInvalid',
    ],
  ])('refuses one %s', async (_, words, code) => {
    writeFileSync(inFolder('survey.csv'), survey);
    const start = ['import', 'survey', 'survey.csv', '--workspace', 'survey.csm'];
    const answer = await cli.run([...start, ...words]);

    expect(answer.exitCode).toBe(2);
    expect(answer.fault().code).toBe(code);
  });
});
