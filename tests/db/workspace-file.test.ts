import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import { openRaw } from '../../db/connection.ts';
import {
  currentSchemaVersion,
  type Migration,
  migrations,
  schemaVersionOf,
} from '../../db/migrate.ts';
import { checkDatabase, checkDatabaseFile } from '../../db/workspace-check.ts';
import {
  copyVerified,
  createWorkspaceFile,
  isWhole,
  type OpenWorkspace,
  openWorkspaceFile,
} from '../../db/workspace-file.ts';
import { SecondProcess } from '../support/second-process.ts';

let folder: string;
let file: string;
const opened: OpenWorkspace[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-file-'));
  file = path.join(folder, '고객만족 2026.csm');
});
afterEach(async () => {
  for (const workspace of opened.splice(0)) await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const about = { name: '고객만족 2026', sample: false, createdAt: '2026-01-01T00:00:00Z' };

async function open(steps?: readonly Migration[]): Promise<OpenWorkspace> {
  const workspace = await openWorkspaceFile(file, steps);
  opened.push(workspace);
  return workspace;
}

async function refusal(steps?: readonly Migration[]): Promise<AppError> {
  try {
    await open(steps);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the file was opened');
}

const insertVoc = `INSERT INTO voc (text, received_at, channel, kind, created_at, updated_at)
  VALUES (?, '2026-01-01', 'web', 'other', '', '')`;

/** A version 2 that does not exist: what a later release would bring. */
const nextStep: Migration = {
  version: currentSchemaVersion + 1,
  name: 'a later release',
  sql: `CREATE TABLE later (id INTEGER PRIMARY KEY, note TEXT NOT NULL) STRICT;
        INSERT INTO later SELECT id, text FROM voc;`,
};

describe('creating a workspace file', () => {
  it('leaves one whole file and nothing beside it', () => {
    createWorkspaceFile(file, about);
    expect(readdirSync(folder)).toEqual(['고객만족 2026.csm']);
    expect(checkDatabaseFile(file)).toMatchObject({ ok: true, integrity: 'ok', foreignKeys: 0 });
  });

  it('never overwrites a file that is there', () => {
    writeFileSync(file, '다른 자료');
    expect(() => createWorkspaceFile(file, about)).toThrow(
      expect.objectContaining({ code: 'workspace.alreadyExists' }),
    );
    expect(readFileSync(file, 'utf8')).toBe('다른 자료');
  });

  it('leaves nothing behind when filling it fails', () => {
    expect(() =>
      createWorkspaceFile(file, about, () => {
        throw new Error('on purpose');
      }),
    ).toThrow('on purpose');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says so when the place cannot be written to', () => {
    const nowhere = path.join(folder, 'not-there', 'x.csm');
    expect(() => createWorkspaceFile(nowhere, about)).toThrow(
      expect.objectContaining({ code: 'workspace.cannotCreate' }),
    );
  });
});

describe('opening a workspace file', () => {
  it('gives it back as it was left, and closing leaves one file', async () => {
    createWorkspaceFile(file, about);
    const first = await openWorkspaceFile(file);
    first.raw.prepare(insertVoc).run('결제가 안돼요');
    await first.close();
    expect(readdirSync(folder)).toEqual(['고객만족 2026.csm']);
    const again = await open();
    expect(again.raw.prepare('SELECT text FROM voc').pluck().all()).toEqual(['결제가 안돼요']);
    expect(again.backupFile).toBeNull();
  });

  it('refuses a file that is not there, and a folder', async () => {
    expect((await refusal()).code).toBe('workspace.notFound');
    file = folder;
    expect((await refusal()).code).toBe('workspace.notFound');
  });

  it('refuses a text file, an empty file and a database of another program, unchanged', async () => {
    writeFileSync(file, '날짜,내용\n2026-01-01,느려요\n'.repeat(20));
    expect((await refusal()).code).toBe('workspace.notOurs');
    writeFileSync(file, '');
    expect((await refusal()).code).toBe('workspace.notOurs');
    rmSync(file);
    const foreign = new Database(file);
    foreign.exec('CREATE TABLE theirs (id INTEGER)');
    foreign.close();
    const bytes = readFileSync(file);
    const refused = await refusal();
    expect(refused.code).toBe('workspace.notOurs');
    expect(refused.params).toEqual({ fileName: '고객만족 2026.csm' });
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(readdirSync(folder)).toEqual(['고객만족 2026.csm']);
  });

  it('refuses a file newer than this program, unchanged', async () => {
    createWorkspaceFile(file, about);
    const raw = openRaw(file);
    raw.pragma('user_version = 99');
    raw.close();
    const bytes = readFileSync(file);
    const refused = await refusal();
    expect(refused.code).toBe('workspace.newer');
    expect(refused.params).toMatchObject({ version: 99, supported: currentSchemaVersion });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('refuses a truncated file and one with overwritten pages', async () => {
    createWorkspaceFile(file, about, (raw) => {
      const insert = raw.prepare(insertVoc);
      for (let number = 0; number < 500; number++) insert.run(`느려요 ${number}`.repeat(20));
    });
    const whole = readFileSync(file);
    truncateSync(file, Math.floor(whole.length / 2));
    expect((await refusal()).code).toBe('workspace.damaged');
    const scribbled = Buffer.from(whole);
    scribbled.fill(0x5a, 4096, whole.length - 4096);
    writeFileSync(file, scribbled);
    expect((await refusal()).code).toBe('workspace.damaged');
    const headOnly = Buffer.from(whole);
    headOnly.fill(0xff, 100, 4096);
    writeFileSync(file, headOnly);
    expect((await refusal()).code).toBe('workspace.damaged');
    expect(readdirSync(folder)).toEqual(['고객만족 2026.csm']);
  });

  it('refuses a file marked read-only', async () => {
    createWorkspaceFile(file, about);
    chmodSync(file, 0o444);
    expect((await refusal()).code).toBe('workspace.readOnly');
    chmodSync(file, 0o644);
    await open();
  });

  it('is refused while another process has it open, also by another name, until that one is killed', async () => {
    createWorkspaceFile(file, about);
    const other = new SecondProcess(
      `import { openWorkspaceFile } from './db/workspace-file.ts';
       globalThis.held = await openWorkspaceFile(process.argv[1]);
       held.raw.prepare(\`${insertVoc}\`).run('죽기 전에 남긴 말');
       console.log('open');
       setInterval(() => undefined, 1000);`,
      [file],
    );
    await other.nextLine();
    const refused = await refusal();
    expect(refused.code).toBe('workspace.openElsewhere');
    expect(refused.params.pid).toBe(other.pid);
    const link = path.join(folder, 'link.csm');
    symlinkSync(file, link);
    await expect(openWorkspaceFile(link)).rejects.toMatchObject({
      code: 'workspace.openElsewhere',
    });
    // A look from outside needs no lock.
    expect(checkDatabaseFile(file)).toMatchObject({ ok: true, counts: { voc: 1 } });
    await other.kill();
    expect(checkDatabaseFile(file)).toMatchObject({ ok: true, counts: { voc: 1 } });
    const mine = await open();
    expect(mine.raw.prepare('SELECT text FROM voc').pluck().get()).toBe('죽기 전에 남긴 말');
  });
});

describe('checking a workspace file', () => {
  it('changes nothing and leaves nothing beside it', async () => {
    createWorkspaceFile(file, about);
    await (await openWorkspaceFile(file)).close();
    const bytes = readFileSync(file);
    expect(checkDatabaseFile(file).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(['고객만족 2026.csm']);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    await open();
    expect(checkDatabaseFile(file).ok).toBe(true);
  });

  it('finds a key that leads nowhere and a damaged index', () => {
    createWorkspaceFile(file, about, (raw) => {
      raw.pragma('foreign_keys = OFF');
      raw.exec(
        "INSERT INTO requirement (id, parent_id, name, position, created_at) VALUES (1, 42, '고아', 0, '')",
      );
    });
    expect(checkDatabaseFile(file)).toMatchObject({ ok: false, integrity: 'ok', foreignKeys: 1 });
    const raw = openRaw(file);
    raw.unsafeMode(true);
    raw.pragma('writable_schema = ON');
    raw.exec(
      "UPDATE sqlite_schema SET sql = replace(sql, 'position)', 'id)') WHERE name = 'requirement_by_parent'",
    );
    raw.close();
    expect(checkDatabaseFile(file).integrity).not.toBe('ok');
  });
});

describe('migrating a workspace file', () => {
  it('takes a verified backup of the older file first', async () => {
    createWorkspaceFile(file, about, (raw) => {
      raw.prepare(insertVoc).run('예전 파일의 말');
    });
    const workspace = await open([...migrations, nextStep]);
    expect(schemaVersionOf(workspace.raw)).toBe(nextStep.version);
    expect(workspace.raw.prepare('SELECT note FROM later').pluck().all()).toEqual([
      '예전 파일의 말',
    ]);
    const backup = workspace.backupFile ?? '';
    expect(path.dirname(backup)).toBe(folder);
    expect(path.basename(backup)).toMatch(
      new RegExp(`^고객만족 2026\\.v${currentSchemaVersion}\\..*\\.backup\\.csm$`),
    );
    expect(checkDatabaseFile(backup)).toMatchObject({
      ok: true,
      schemaVersion: currentSchemaVersion,
      counts: { voc: 1 },
    });
  });

  it('leaves the file at its version, and free, when a step fails', async () => {
    createWorkspaceFile(file, about);
    const failing = { ...nextStep, sql: 'CREATE TABLE half (id INTEGER); SELECT nonsense;' };
    const refused = await refusal([...migrations, failing]);
    expect(refused.code).toBe('workspace.migrationFailed');
    expect(refused.params).toEqual({ version: nextStep.version });
    const workspace = await open();
    expect(schemaVersionOf(workspace.raw)).toBe(currentSchemaVersion);
    expect(
      workspace.raw.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get(),
    ).toBe(0);
  });

  it('refuses a step that would leave keys leading nowhere', async () => {
    createWorkspaceFile(file, about);
    const orphaning = {
      ...nextStep,
      sql: `INSERT INTO requirement (id, parent_id, name, position, created_at) VALUES (1, 42, '고아', 0, '');`,
    };
    expect((await refusal([...migrations, orphaning])).code).toBe('workspace.migrationFailed');
    expect(checkDatabase((await open()).raw)).toMatchObject({ ok: true, foreignKeys: 0 });
  });
});

describe('copying an open workspace', () => {
  it('writes one file that stands alone, with what was written last', async () => {
    createWorkspaceFile(file, about);
    const workspace = await open();
    workspace.raw.prepare(insertVoc).run('아직 로그에만 있는 말');
    const target = path.join(folder, 'copy', 'whole.csm');
    await expect(copyVerified(workspace.raw, target)).rejects.toMatchObject({
      code: 'workspace.copyFailed',
    });
    const copy = path.join(folder, 'whole.csm');
    await copyVerified(workspace.raw, copy);
    expect(readdirSync(folder).filter((name) => name.startsWith('whole'))).toEqual(['whole.csm']);
    // Byte 18 of the header: 1 is a file without a write-ahead log.
    expect(readFileSync(copy)[18]).toBe(1);
    expect(statSync(copy).size).toBeGreaterThan(0);
    expect(checkDatabaseFile(copy)).toMatchObject({ ok: true, counts: { voc: 1 } });
    expect(existsSync(`${copy}-wal`)).toBe(false);
  });
});

describe('opening a big file', () => {
  /** Some 90 MB: more than is read before use. */
  function createBig(): void {
    createWorkspaceFile(file, about, (raw) => {
      const insert = raw.prepare(
        `INSERT INTO voc (text, received_at, channel, kind, reply_note, created_at, updated_at)
         VALUES ('느려요', '2026-01-01', 'web', 'complaint', ?, '', '')`,
      );
      raw.transaction(() => {
        for (let number = 0; number < 90; number++) insert.run('가'.repeat(333_000));
      })();
    });
  }

  it('only looks at it, and says so', async () => {
    createBig();
    const workspace = await open();
    expect(workspace.foundWhole).toBe(false);
    expect(isWhole(workspace.raw)).toBe(true);
  });

  it('still refuses one that was cut off, and one whose tables cannot be read', async () => {
    createBig();
    const whole = readFileSync(file);
    truncateSync(file, whole.length - 4096);
    expect((await refusal()).code).toBe('workspace.damaged');
    const scribbled = Buffer.from(whole);
    scribbled.fill(0x5a, 4096, 4096 * 100);
    writeFileSync(file, scribbled);
    expect((await refusal()).code).toBe('workspace.damaged');
  });

  it('reads all of it when its last session did not end properly', async () => {
    createBig();
    const other = new SecondProcess(
      `import { openWorkspaceFile } from './db/workspace-file.ts';
       globalThis.held = await openWorkspaceFile(process.argv[1]);
       held.raw.prepare(\`${insertVoc}\`).run('죽기 전에 남긴 말');
       console.log('open');
       setInterval(() => undefined, 1000);`,
      [file],
    );
    await other.nextLine();
    await other.kill();
    expect((await open()).foundWhole).toBe(true);
  });
});
