import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPaste } from '../../core/domain/house/block-paste.ts';
import {
  formatClipboardBlock,
  parseClipboardBlock,
} from '../../core/domain/house/clipboard-block.ts';
import { parseImportanceEntry } from '../../core/domain/house/importance-entry.ts';
import { usualScale } from '../../core/domain/house/relation-scale.ts';
import { parseScaleEntry } from '../../core/domain/house/scale-entry.ts';

const parse = (entry: string) => parseScaleEntry(entry, usualScale);

describe('importance entry', () => {
  it('takes numbers above 0 up to 100 and nothing else', () => {
    expect(['5', '4.5', '4,5', '100', '５'].map(parseImportanceEntry)).toEqual([
      5, 4.5, 4.5, 100, 5,
    ]);
    expect(['0', '', '-1', '101', '1e1', '0x5', '상'].map(parseImportanceEntry)).toEqual(
      new Array(7).fill(null),
    );
  });
});

describe('clipboard block', () => {
  it('reads a block as Excel writes it, with CRLF after the last row', () => {
    expect(parseClipboardBlock('9\t3\t\r\n\t1\t9\r\n')).toEqual([
      ['9', '3', ''],
      ['', '1', '9'],
    ]);
  });

  it('reads quoted cells with tabs, line ends and doubled quotes inside', () => {
    expect(parseClipboardBlock('"두 줄\n이름"\t"그는 ""네""라고\t했다"\r\n끝\t')).toEqual([
      ['두 줄\n이름', '그는 "네"라고\t했다'],
      ['끝', ''],
    ]);
  });

  it('leaves quotes that do not wrap the cell as they are', () => {
    expect(parseClipboardBlock('"빠른" 응대\t"열림\n3')).toEqual([['"빠른" 응대', '"열림'], ['3']]);
  });

  it('keeps blank rows inside a block', () => {
    expect(parseClipboardBlock('9\r\n\r\n3')).toEqual([['9'], [''], ['3']]);
    expect(parseClipboardBlock('')).toEqual([]);
  });

  it('reads back every block it writes', () => {
    const cell = fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', '가', ' ', '9') });
    const block = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 2, max: 4 }))
      .chain(([rows, columns]) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
      );
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseClipboardBlock(formatClipboardBlock(rows))).toEqual(rows);
      }),
    );
  });
});

describe('pasting a block', () => {
  const size = { rows: 3, columns: 3 };
  const at = (row: number, column: number) => ({
    top: row,
    left: column,
    bottom: row,
    right: column,
  });

  it('writes from the upper left corner of the selection', () => {
    expect(planPaste([['9', '3'], ['1']], at(1, 1), size, parse)).toEqual({
      kind: 'cells',
      cells: [
        { row: 1, column: 1, value: 9 },
        { row: 1, column: 2, value: 3 },
        { row: 2, column: 1, value: 1 },
        { row: 2, column: 2, value: 0 },
      ],
    });
  });

  it('fills a selection with one copied cell', () => {
    const plan = planPaste([['9']], { top: 0, left: 0, bottom: 1, right: 2 }, size, parse);
    expect(plan.kind === 'cells' ? plan.cells.map(({ value }) => value) : []).toEqual([
      9, 9, 9, 9, 9, 9,
    ]);
  });

  it('writes nothing when one entry is not a strength, and names every such cell', () => {
    expect(
      planPaste(
        [
          ['9', '5'],
          ['x', '1'],
        ],
        at(0, 0),
        size,
        parse,
      ),
    ).toEqual({
      kind: 'invalid',
      faults: [
        { row: 0, column: 1, entry: '5' },
        { row: 1, column: 0, entry: 'x' },
      ],
    });
  });

  it('refuses a block that reaches over the edge, but not for blanks copied along', () => {
    expect(planPaste([['9', '3']], at(0, 2), size, parse)).toEqual({
      kind: 'outside',
      rows: 0,
      columns: 1,
    });
    expect(planPaste([['9', ''], ['']], at(2, 2), size, parse)).toEqual({
      kind: 'cells',
      cells: [{ row: 2, column: 2, value: 9 }],
    });
  });

  it('has nothing to do for an empty clipboard', () => {
    expect(planPaste([], at(0, 0), size, parse)).toEqual({ kind: 'empty' });
  });
});
