import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInProfiles } from '../../core/domain/profile/built-in-profiles.ts';
import { answerOf, type Cli, openCli } from '../support/cli-runner.ts';

let cli: Cli;

beforeAll(() => {
  cli = openCli();
});
afterAll(() => cli.dispose());

const inFolder = (name: string) => path.join(cli.folder, name);
const house = '{"weights":[5,3],"relations":[[9,3],[0,9]]}';

describe('csm calc', () => {
  it('reads a file with a byte-order mark, and one in Korean', async () => {
    writeFileSync(inFolder('bom.json'), `\uFEFF${house}`);
    const marked = await cli.run(['calc', 'house', '--in', 'bom.json']);
    expect(marked).toMatchObject({ exitCode: 0, stderr: '' });
    expect(marked.json()).toMatchObject({ absolute: [45, 42] });

    const piped = await cli.run(['calc', 'house'], { input: `\uFEFF${house}\r\n` });
    expect(piped.json()).toMatchObject({ absolute: [45, 42] });
  });

  it.each([
    ['nothing', '', 'calc.emptyInput', /standard input is empty/],
    ['white space', ' \n', 'calc.emptyInput', /empty/],
    ['half an object', '{"weights":[5,3]', 'calc.notJson', /not valid JSON/],
    ['NaN', '{"weights":[NaN],"relations":[[9]]}', 'calc.notJson', /no NaN/],
    ['-Infinity', '{"weights":[-Infinity]}', 'calc.notJson', /no Infinity/],
    ['two objects', `${house}${house}`, 'calc.notJson', /not valid JSON/],
    ['a comment', `${house} // done`, 'calc.notJson', /not valid JSON/],
  ])('refuses %s on standard input', async (_, input, code, message) => {
    const answer = await cli.run(['calc', 'house'], { input });

    expect(answer).toMatchObject({ exitCode: 2, stdout: '' });
    expect(answer.stderr.trim().split('\n')).toHaveLength(1);
    expect(answer.fault()).toMatchObject({
      code,
      path: '',
      message: expect.stringMatching(message),
    });
    expect(answer.stderr).not.toMatch(/\bat .*:\d+/);
  });

  it.each([
    [
      'a number beyond all bounds',
      '{"weights":[1e999],"relations":[[9]]}',
      'calc.notFinite',
      'weights[0]',
    ],
    ['a list for an object', '[]', 'calc.wrongType', ''],
    ['null', 'null', 'calc.wrongType', ''],
    ['an unknown field', '{"weights":[1],"relations":[[9]],"mode":1}', 'calc.unknownField', 'mode'],
    [
      'a prototype for a field',
      '{"weights":[1],"relations":[[9]],"__proto__":{"normalize":"lyman"}}',
      'calc.unknownField',
      '__proto__',
    ],
  ])('refuses %s and names the place', async (_, input, code, place) => {
    const answer = await cli.run(['calc', 'house'], { input });

    expect(answer).toMatchObject({ exitCode: 2, stdout: '' });
    expect(answer.fault()).toMatchObject({ code, path: place });
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${house}`, 'utf16le')],
    ['UTF-16 without one', Buffer.from(house, 'utf16le')],
    ['CP949', Buffer.concat([Buffer.from('{"'), Buffer.from([0xb0, 0xa1]), Buffer.from('":1}')])],
  ])('asks for UTF-8 when a file is %s', async (_, bytes) => {
    writeFileSync(inFolder('other.json'), bytes);
    const answer = await cli.run(['calc', 'house', '--in', 'other.json']);

    expect(answer).toMatchObject({ exitCode: 2, stdout: '' });
    expect(answer.fault()).toMatchObject({
      code: 'calc.notUtf8',
      message: expect.stringContaining('other.json'),
    });
  });

  it('reads a million rows', { timeout: 120_000 }, async () => {
    const child = cli.start(['calc', 'composite-index', '--profile', 'kcsi']);
    const answer = answerOf(child);
    const row = '[7.000000,6.000000,5.000000,4.000000,3.000000,2.000000,6.000000]';
    const rows = `${row},`.repeat(10_000);
    // Each of the three components with a million rows: 195 MB in all.
    for (const [place, name] of ['element', 'overall', 'repurchase'].entries()) {
      child.stdin.write(`${place === 0 ? '{"components":[' : ','}{"name":"${name}","items":[`);
      for (let part = 0; part < 99; part++) {
        if (!child.stdin.write(rows)) await once(child.stdin, 'drain');
      }
      child.stdin.write(`${rows.slice(0, -1)}]}`);
    }
    child.stdin.end(']}');
    const { exitCode, stderr, json } = await answer;

    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    const { n, index } = json<{ n: number; index: number }>();
    expect(n).toBe(1_000_000);
    expect(index).toBeCloseTo((3 / 7) * 100, 9);
  });

  it('says so when the input is more than it can read', { timeout: 120_000 }, async () => {
    const reader = cli.start(['calc', 'house']);
    const answer = answerOf(reader);
    const megabyte = Buffer.alloc(2 ** 20, 0x20);
    // The reader hangs up as soon as it has seen too much.
    reader.stdin.on('error', () => undefined);
    for (let sent = 0; sent <= 513 && reader.stdin.writable; sent++) {
      if (!reader.stdin.write(megabyte)) {
        await Promise.race([once(reader.stdin, 'drain'), once(reader, 'exit')]).catch(
          () => undefined,
        );
      }
    }
    reader.stdin.end();

    expect((await answer).exitCode).toBe(2);
    expect((await answer).fault()).toMatchObject({ code: 'calc.inputTooLarge', path: '' });
  });

  it.each([
    ['an unknown option', ['house', '--fast'], 'app.optionUnknown'],
    ['an argument too many', ['house', 'ahp'], 'app.argumentUnexpected'],
    ['no method', [], 'app.argumentMissing'],
    ['an unknown method', ['houses'], 'calc.unknownMethod'],
    ['a file that is not there', ['house', '--in', 'none.json'], 'app.fileMissing'],
    ['a folder for a file', ['house', '--in', '.'], 'app.fileMissing'],
    [
      'a folder that is not there',
      ['house', '--in', 'fine.json', '--out', 'no/a.json'],
      'app.cannotWrite',
    ],
  ])('refuses %s', async (_, words, code) => {
    writeFileSync(inFolder('fine.json'), house);
    const answer = await cli.run(['calc', ...words]);

    expect(answer.exitCode).toBe(code === 'app.cannotWrite' ? 1 : 2);
    expect(answer.stdout).toBe('');
    expect(answer.fault()).toMatchObject({ code, path: '' });
  });

  it('prints nothing but the JSON through npm', async () => {
    const child = spawn('npm', ['run', '--silent', 'csm', '--', 'calc', 'house'], {
      cwd: path.resolve(import.meta.dirname, '../..'),
      shell: process.platform === 'win32',
    });
    child.stdin.end(house);
    const answer = await answerOf(child);

    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    expect(answer.stdout).toBe(
      '{"absolute":[45,42],"relative":[0.5172413793103449,0.4827586206896552],"rank":[1,2]}\n',
    );
  });
});

describe('csm calc --explain', () => {
  it.each([
    ['ko', 'HOW별 절대 가중치', '입력이 판단값이나 집계값이므로'],
    ['en', 'Absolute weight of each HOW', 'The input is judgements or counts'],
  ])('tells in %s how a figure came about', async (locale, title, missing) => {
    const words = ['calc', 'house', '--explain', '--locale', locale];
    const answer = await cli.run(words, { input: house });

    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    expect(answer.json()).toMatchObject({
      absolute: [45, 42],
      explanation: {
        method: 'house',
        handling: { missing: 'notASample', words: { missing: expect.stringContaining(missing) } },
        steps: expect.arrayContaining([
          expect.objectContaining({
            id: 'absolute',
            title,
            formula: 'absoluteⱼ = Σᵢ wᵢ·rᵢⱼ',
            results: [{ symbol: 'absolute', value: [45, 42] }],
          }),
        ]),
      },
    });
  });

  it('leaves the figures as they are without it', async () => {
    const plain = (await cli.run(['calc', 'house'], { input: house })).json();
    const { explanation, ...figures } = (
      await cli.run(['calc', 'house', '--explain'], { input: house })
    ).json<{ explanation: object }>();

    expect(explanation).toBeTypeOf('object');
    expect(figures).toEqual(plain);
  });
});

describe('csm calc --profile', () => {
  const survey = {
    components: [
      { name: '요소만족도', items: [[7], [6], [3], [4]] },
      { name: '전반적 만족도', items: [[7], [6], [6], [4]] },
      { name: '재구입의향', items: [[7], [7], [6], [6]] },
    ],
  };
  const input = JSON.stringify(survey);

  it('lists the profiles as data', async () => {
    const first = await cli.run(['calc', '--profiles']);
    const second = await cli.run(['calc', '--profiles']);

    expect(first).toMatchObject({ exitCode: 0, stderr: '' });
    expect(first.json()).toEqual({ profiles: builtInProfiles });
    expect(second.stdout).toBe(first.stdout);
  });

  it('applies a version and stores it with the result', async () => {
    const now = await cli.run(['calc', 'composite-index', '--profile', 'kcsi'], { input });
    const then = await cli.run(['calc', 'composite-index', '--profile', 'kcsi@1992'], { input });

    // Top-2 shares 50, 75 and 100.
    expect(now.json()).toMatchObject({ index: 67.5, profile: { id: 'kcsi', version: '2006' } });
    expect(then.json()).toMatchObject({
      index: 70,
      profile: {
        id: 'kcsi',
        version: '1992',
        method: 'composite-index',
        parameters: { components: [{ weight: 0.4 }, { weight: 0.4 }, { weight: 0.2 }] },
      },
    });
  });

  it('applies the profile in a file of the company', async () => {
    const own = {
      ...structuredClone(builtInProfiles[0]),
      id: 'branch-index',
      version: '2026.1',
      source: '지점 평가 내규',
    };
    writeFileSync(inFolder('own.json'), JSON.stringify(own));
    const words = ['calc', 'composite-index', '--profile', 'own.json', '--explain'];
    const answer = await cli.run(words, { input });

    expect(answer.json()).toMatchObject({
      index: 67.5,
      profile: { id: 'branch-index', version: '2026.1', source: '지점 평가 내규' },
      explanation: {
        profile: { id: 'branch-index' },
        sources: expect.arrayContaining(['지점 평가 내규']),
      },
    });
  });

  it.each([
    ['an unknown profile', 'composite-index', 'ks-sqi', 'calc.unknownProfile', ''],
    ['an unknown version', 'composite-index', 'kcsi@2050', 'calc.unknownProfile', ''],
    ['a profile of another method', 'house', 'kcsi', 'calc.profileMethod', ''],
    ['a file that is not there', 'composite-index', 'none.json', 'app.fileMissing', ''],
    [
      'a file that is no profile',
      'composite-index',
      'house.json',
      'calc.missingField',
      'profile.method',
    ],
    [
      'a clash with the input',
      'composite-index',
      'pcsi-style',
      'calc.unknownName',
      'components[0].name',
    ],
  ])('refuses %s', async (_, method, profile, code, place) => {
    writeFileSync(inFolder('house.json'), house);
    const answer = await cli.run(['calc', method, '--profile', profile], { input });

    expect(answer).toMatchObject({ exitCode: 2, stdout: '' });
    expect(answer.fault()).toMatchObject({ code, path: place });
  });

  it('does not wait for an input when the profile is unknown', async () => {
    const child = cli.start(['calc', 'composite-index', '--profile', 'none']);
    const answer = await answerOf(child);

    expect(answer.fault().code).toBe('calc.unknownProfile');
  });

  it('writes the named result to a file', async () => {
    const words = ['calc', 'composite-index', '--profile', 'kcsi', '--out', 'kcsi.json'];
    expect(await cli.run(words, { input })).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });

    const written = readFileSync(inFolder('kcsi.json'), 'utf8');
    expect(written.endsWith('}\n')).toBe(true);
    expect(JSON.parse(written)).toMatchObject({ index: 67.5, profile: { id: 'kcsi' } });
  });
});
