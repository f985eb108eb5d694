import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cli, openCli } from '../support/cli-runner.ts';
import { startTestHost } from '../support/host-builder.ts';

let cli: Cli;

beforeAll(() => {
  cli = openCli();
});
afterAll(() => cli.dispose());

const inFolder = (name: string) => path.join(cli.folder, name);

describe('csm', () => {
  it('explains itself in Korean, or in English when asked', async () => {
    const korean = await cli.run(['--help'], { env: { LANG: 'C.UTF-8', LC_ALL: '' } });
    const english = await cli.run(['--help', '--locale', 'en']);

    expect(korean.exitCode).toBe(0);
    expect(korean.stdout).toContain('고객만족경영 워크벤치 명령줄');
    expect(english.stdout).toContain('csm voc search TEXT --workspace W [--limit N]');
    expect(english.stdout).toContain('Exit codes');
  });

  it.each([
    ['nothing', [], 'app.argumentMissing'],
    ['an unknown command', ['fly'], 'app.commandUnknown'],
    ['half a command', ['import'], 'app.commandUnknown'],
    ['an unknown option', ['check', 'a.csm', '--fast'], 'app.optionUnknown'],
    [
      'an option without its value',
      ['voc', 'search', 'a', '--workspace'],
      'app.optionValueMissing',
    ],
    ['a missing option', ['voc', 'search', 'a'], 'app.optionMissing'],
    ['a missing argument', ['check'], 'app.argumentMissing'],
    ['an argument too many', ['check', 'a.csm', 'b.csm'], 'app.fileMissing'],
    ['a missing file', ['check', 'none.csm'], 'app.fileMissing'],
    [
      'a bad number',
      ['voc', 'search', 'a', '--workspace', 'w.csm', '--limit', 'ten'],
      'app.optionInvalid',
    ],
    [
      'a bad choice',
      ['report', 'poem', '--workspace', 'w.csm', '--out', 'a.pdf'],
      'app.optionInvalid',
    ],
    [
      'a bad ending',
      ['report', 'full', '--workspace', 'w.csm', '--out', 'a.doc'],
      'app.optionInvalid',
    ],
  ])('refuses %s as bad input, in words and without a stack', async (_, words, code) => {
    const answer = await cli.run([...words, '--locale', 'en']);

    expect(answer.exitCode).toBe(2);
    expect(answer.stdout).toBe('');
    expect(answer.stderr.trim().split('\n')).toHaveLength(1);
    expect(answer.fault()).toMatchObject({ code, path: '' });
    expect(answer.fault().message).not.toMatch(/\{\{|app[.:]|\bat /);
  });

  it('refuses a language it does not speak instead of answering in another', async () => {
    const answer = await cli.run(['calc', '--list', '--locale', 'fr']);

    expect(answer.exitCode).toBe(2);
    expect(answer.stdout).toBe('');
    expect(answer.fault()).toMatchObject({ code: 'app.optionInvalid' });
    expect(answer.fault().message).toContain('ko, en');
  });
});

describe('csm new and check', () => {
  it('makes a workspace that is whole', async () => {
    const made = await cli.run(['new', '우리 회사.csm']);
    const checked = await cli.run(['check', '우리 회사.csm']);

    expect(made.exitCode).toBe(0);
    expect(made.json()).toMatchObject({ file: inFolder('우리 회사.csm'), name: '우리 회사' });
    expect(checked.exitCode).toBe(0);
    expect(checked.json()).toMatchObject({
      ok: true,
      integrity: 'ok',
      foreignKeys: 0,
      counts: { voc: 0, requirements: 0 },
    });
  });

  it('never overwrites a workspace', async () => {
    await cli.run(['new', 'once.csm']);
    const before = readFileSync(inFolder('once.csm'));
    const again = await cli.run(['new', 'once.csm']);

    expect(again.exitCode).toBe(2);
    expect(again.fault().code).toBe('workspace.alreadyExists');
    expect(readFileSync(inFolder('once.csm')).equals(before)).toBe(true);
  });

  it.each([
    ['is not SQLite', Buffer.from('not a workspace at all'.repeat(100))],
    ['is empty', Buffer.alloc(0)],
  ])('finds fault with a file that %s', async (_, bytes) => {
    writeFileSync(inFolder('fault.csm'), bytes);
    const answer = await cli.run(['check', 'fault.csm']);

    expect(answer.exitCode).toBe(1);
    expect(answer.json()).toMatchObject({ ok: false });
    expect(answer.stderr).toBe('');
  });

  it('finds fault with a workspace whose pages were overwritten', async () => {
    await cli.run(['new', 'damaged.csm']);
    const handle = openSync(inFolder('damaged.csm'), 'r+');
    writeSync(handle, Buffer.alloc(12_000, 0xab), 0, 12_000, 4096);
    closeSync(handle);
    const answer = await cli.run(['check', 'damaged.csm']);

    expect(answer.exitCode).toBe(1);
    expect(answer.json<{ ok: boolean; integrity: string }>().ok).toBe(false);
    expect(answer.json<{ integrity: string }>().integrity).not.toBe('ok');
  });

  it('looks at a workspace that is open elsewhere', async () => {
    const test = await startTestHost();
    const file = (await test.call('workspace.current', {}))?.displayPath ?? '';
    const answer = await cli.run(['check', file]);
    await test.dispose();

    expect(answer.exitCode).toBe(0);
  });

  it('says who else has a workspace open before writing to it', async () => {
    const test = await startTestHost();
    const file = (await test.call('workspace.current', {}))?.displayPath ?? '';
    const answer = await cli.run(['voc', 'search', '결제', '--workspace', file]);
    await test.dispose();

    expect(answer.exitCode).toBe(1);
    expect(answer.fault().code).toBe('workspace.openElsewhere');
  });
});

describe('csm voc search', () => {
  it('finds the VOC that hold every word and prints how many there are', async () => {
    const test = await startTestHost();
    for (const text of ['결제가 느립니다', '결제 오류가 잦습니다', '매장이 깨끗합니다']) {
      await test.call('voc.create', {
        text,
        receivedAt: '2026-03-02',
        channel: 'web',
        kind: 'complaint',
      });
    }
    const { token } = await test.call('workspace.saveCopy', {});
    const copy = inFolder('search.csm');
    writeFileSync(copy, readFileSync(test.host.context.files.resolve(token).path));
    await test.dispose();

    const all = await cli.run(['voc', 'search', '결제', '--workspace', copy]);
    const both = await cli.run(['voc', 'search', '결제', '오류', '--workspace', copy]);
    const limited = await cli.run(['voc', 'search', '결제', '--workspace', copy, '--limit', '1']);

    expect(all.json()).toMatchObject({
      total: 2,
      elapsedMs: { firstPage: expect.any(Number), total: expect.any(Number) },
    });
    expect(both.json<{ rows: { text: string }[] }>().rows.map(({ text }) => text)).toEqual([
      '결제 오류가 잦습니다',
    ]);
    expect(limited.json<{ total: number; rows: unknown[] }>()).toMatchObject({ total: 2 });
    expect(limited.json<{ rows: unknown[] }>().rows).toHaveLength(1);
  });
});

describe('csm calc', () => {
  const house = JSON.stringify({
    weights: [5, 3],
    relations: [
      [9, 3],
      [0, 9],
    ],
  });

  it('reads standard input and prints nothing but the answer', async () => {
    const answer = await cli.run(['calc', 'house'], { input: house });

    expect(answer.exitCode).toBe(0);
    expect(answer.json()).toMatchObject({ absolute: [45, 42], rank: [1, 2] });
    expect(answer.stderr).toBe('');
  });

  it('reads and writes files when they are named', async () => {
    writeFileSync(inFolder('in.json'), `\uFEFF${house}`);
    const answer = await cli.run(['calc', 'house', '--in', 'in.json', '--out', 'out.json']);

    expect(answer).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(inFolder('out.json'), 'utf8'))).toMatchObject({ rank: [1, 2] });
  });

  it.each([
    ['house', '{"weights":[5,3],"relations":[[9,3],[0]]}', 'relations[1]'],
    ['house', '{"weights":[5,"x"],"relations":[[9],[0]]}', 'weights[1]'],
    ['house', '{"weights":[1e999],"relations":[[9]]}', 'weights[0]'],
    ['house', '{"weights":[NaN],"relations":[[9]]}', ''],
    ['house', '', ''],
    ['telepathy', '{}', ''],
  ])('refuses %s of %s and names the place', async (method, input, place) => {
    const answer = await cli.run(['calc', method], { input });

    expect(answer.exitCode).toBe(2);
    expect(answer.stdout).toBe('');
    expect(answer.fault().path).toBe(place);
  });

  it('lists its methods and gives the schema of each', async () => {
    const listed = await cli.run(['calc', '--list']);
    const list = Object.keys(listed.json());
    // A person reads it too: one line for each, between the braces.
    expect(listed.stdout.trim().split('\n')).toHaveLength(list.length + 2);

    expect(list).toContain('house');
    expect(list).toContain('composite-index');
    const schema = (await cli.run(['calc', 'composite-index', '--schema'])).json();
    expect(schema).toMatchObject({ type: 'object', properties: { components: {} } });
  });
});

describe('csm report', () => {
  const workspace = 'report.csm';
  beforeAll(async () => {
    expect((await cli.run(['new', workspace, '--sample'])).exitCode).toBe(0);
  });

  it.each(['xlsx', 'pdf'])('writes the whole report as %s', async (format) => {
    const out = inFolder(`보고서.${format}`);
    const answer = await cli.run(['report', 'full', '--workspace', workspace, '--out', out]);

    expect(answer.exitCode).toBe(0);
    expect(answer.json()).toMatchObject({ kind: 'full', format, file: out });
    const head = readFileSync(out).subarray(0, 4).toString('latin1');
    expect(head).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
  });

  it('leaves no file behind when it fails', async () => {
    const out = inFolder('never.pdf');
    await cli.run(['report', 'full', '--workspace', 'none.csm', '--out', out]);

    expect(existsSync(out)).toBe(false);
  });
});
