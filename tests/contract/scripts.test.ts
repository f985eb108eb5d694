import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceDigest } from '../../scripts/built.mjs';
import { isInstalled } from '../../scripts/install.mjs';
import { closingLine, countTests, failedTests } from '../../scripts/test-count.mjs';

const projectFolder = path.resolve(import.meta.dirname, '../..');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'csm-scripts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: unknown): void {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, typeof content === 'string' ? content : JSON.stringify(content));
}

describe('lock file', () => {
  interface Locked {
    version?: string;
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
    optionalDependencies?: Record<string, string>;
  }
  const read = (file: string): unknown =>
    JSON.parse(readFileSync(path.join(projectFolder, file), 'utf8'));
  const { packages } = read('package-lock.json') as { packages: Record<string, Locked> };

  it('names the packages of every system, or npm ci refuses it', () => {
    // npm drops those of other systems when it installs over an existing node_modules.
    const isLocked = (name: string, from: string): boolean => {
      if (packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`] !== undefined)
        return true;
      return (
        from !== '' && isLocked(name, from.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ''))
      );
    };
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isLocked(name, place)),
    );

    expect(missing).toEqual([]);
  });

  it('holds exactly what package.json asks for', () => {
    const { dependencies, devDependencies, optionalDependencies } = read('package.json') as Locked;

    expect(packages['']).toMatchObject({ dependencies, devDependencies, optionalDependencies });
  });
});

describe('isInstalled', () => {
  const lock = {
    packages: {
      '': { name: 'project' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/for-windows': { version: '2.0.0', optional: true },
    },
  };

  it.each([
    ['nothing is installed', null, false],
    ['what this system needs is there', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['a package is missing', { 'node_modules/b': { version: '1.0.0' } }, false],
    ['a package is of another version', { 'node_modules/a': { version: '1.0.1' } }, false],
  ])('tells truly when %s', (_, present, expected) => {
    write('package-lock.json', lock);
    if (present !== null) write('node_modules/.package-lock.json', { packages: present });

    expect(isInstalled(folder)).toBe(expected);
  });
});

describe('sourceDigest', () => {
  it('changes with contents and names, and not with times', () => {
    write('core/a.ts', 'one');
    const before = sourceDigest(folder);
    const copy = path.join(folder, 'copy');
    cpSync(path.join(folder, 'core'), path.join(copy, 'core'), { recursive: true });
    write('core/a.ts', 'two');
    const changed = sourceDigest(folder);
    write('core/a.ts', 'one');
    write('core/b.ts', '');

    expect(sourceDigest(copy)).toBe(before);
    expect(new Set([before, changed, sourceDigest(folder)]).size).toBe(3);
  });
});

describe('closing line', () => {
  const file = (status: string, tests: string[] = []) => ({
    status,
    assertionResults: tests.map((test) => ({ status: test })),
  });

  it('adds up the rounds', () => {
    const unit = { numPassedTests: 10, numFailedTests: 0, numPendingTests: 2, testResults: [] };
    const browser = {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [file('failed', ['failed'])],
    };

    expect(closingLine([countTests(unit, 0), countTests(browser, 1)])).toBe(
      '13 passed, 1 failed, 2 skipped',
    );
    expect(closingLine([countTests(unit, 0)].map((count) => ({ ...count, skipped: 0 })))).toBe(
      '10 passed, 0 failed',
    );
  });

  it.each([
    ['a file that could not be loaded', { numPassedTests: 5, testResults: [file('failed')] }, 1],
    ['a fault outside every test', { numPassedTests: 5, testResults: [file('passed')] }, 1],
    ['no report at all', null, 1],
  ])('counts %s as a failure', (_, report, failed) => {
    expect(countTests(report, 1).failed).toBe(failed);
  });

  it('says at the end which tests failed and why, and which files could not be loaded', () => {
    const failed = {
      status: 'failed',
      fullName: 'a house keeps its weights',
      failureMessages: ['expected 3 to be 4\n    at house.test.ts:7'],
    };
    const report = {
      testResults: [
        { name: 'house.test.ts', status: 'failed', message: '', assertionResults: [failed] },
        { name: 'lost.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
        { name: 'fine.test.ts', status: 'passed', message: '', assertionResults: [] },
      ],
    };
    expect(failedTests(report)).toEqual([
      'house.test.ts: a house keeps its weights\nexpected 3 to be 4\n    at house.test.ts:7',
      'lost.test.ts\nno such file',
    ]);
    expect(failedTests(null)).toEqual([]);
  });
});
