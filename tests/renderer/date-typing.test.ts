import { describe, expect, it } from 'vitest';
import { dateFromTyping } from '../../renderer/shared/ui/date-typing.ts';

const today = new Date(2026, 10, 21);

describe('a typed date', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2026.11.21.', '2026-11-21'],
    ['2026. 11. 3', '2026-11-03'],
    ['20261121', '2026-11-21'],
    ['26/1/2', '2026-01-02'],
    ['3-1', '2026-03-01'],
    ['  ', ''],
  ])('reads %s as %s', (typed, date) => {
    expect(dateFromTyping(typed, today)).toBe(date);
  });

  it.each(['2026-02-30', '내일', '2026', '1-2-3-4', '0000-01-01'])('refuses %s', (typed) => {
    expect(dateFromTyping(typed, today)).toBeNull();
  });
});
