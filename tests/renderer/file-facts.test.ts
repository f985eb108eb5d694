import { describe, expect, it } from 'vitest';
import { momentText } from '../../renderer/shared/i18n/moment-text.ts';
import { sizeText } from '../../renderer/shared/i18n/size-text.ts';

describe('figures of a file', () => {
  it('tells the size as a folder window does', () => {
    expect(sizeText(1, 'ko')).toBe('1 KB');
    expect(sizeText(98 * 1024, 'ko')).toBe('98 KB');
    expect(sizeText(1024 * 1024, 'ko')).toBe('1 MB');
    expect(sizeText(1.44 * 1024 * 1024, 'ko')).toBe('1.4 MB');
    expect(sizeText(3000 * 1024 * 1024, 'ko')).toBe('2.93 GB');
  });

  it('writes a moment as dates are written everywhere, on the clock of this computer', () => {
    const moment = new Date(2026, 10, 21, 9, 5);
    expect(momentText(moment.toISOString())).toBe('2026-11-21 09:05');
  });
});
