import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../core/domain/workspace/workspace-file-name.ts';

describe('the file name of a workspace', () => {
  it.each([
    ['2026년 고객만족 개선', '2026년 고객만족 개선'],
    ['A/S: 1분기?', 'A S 1분기'],
    ['  ..숨은 이름.. ', '숨은 이름'],
    ['../../etc/passwd', 'etc passwd'],
    ['con', '_con'],
    ['LPT1.메모', '_LPT1.메모'],
    ['???', 'workspace'],
    ['고객'.normalize('NFD'), '고객'],
  ])('is made of %j', (name, fileName) => {
    expect(safeFileName(name)).toBe(fileName);
  });

  it('is one that every system takes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const fileName = safeFileName(name);
        expect(fileName).not.toBe('');
        expect(fileName).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[\s.]|[\s.]$/u);
        expect(new TextEncoder().encode(fileName).length).toBeLessThanOrEqual(151);
        expect(safeFileName(fileName)).toBe(fileName);
      }),
      { numRuns: 1000 },
    );
  });
});
