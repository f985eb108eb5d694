import { describe, expect, it } from 'vitest';
import { tsvFromRows } from '../../renderer/shared/grid/tsv.ts';

describe('rows for a spreadsheet', () => {
  it('are separated by tabs and line ends', () => {
    expect(
      tsvFromRows([
        ['2026-11-21', '불만'],
        ['2026-11-22', '칭찬'],
      ]),
    ).toBe('2026-11-21\t불만\r\n2026-11-22\t칭찬');
  });

  it('keep a cell with tabs, line breaks or quotes in one cell', () => {
    expect(tsvFromRows([['그는 "늦다"고\n말했다', '강남\t점']])).toBe(
      '"그는 ""늦다""고\n말했다"\t"강남\t점"',
    );
  });
});
