import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../core/contract/app-error.ts';
import { DelimitedReader } from '../../core/domain/import/delimited-reader.ts';
import { csvLine } from '../../core/domain/import/delimited-writer.ts';
import { guessDelimiter } from '../../core/domain/import/delimiter.ts';

function read(text: string, delimiter = ',', pieces = [text]): string[][] {
  const reader = new DelimitedReader(delimiter);
  const records = pieces.flatMap((piece) => reader.push(piece));
  return [...records, ...reader.end()].map(({ cells }) => cells);
}

function refusalOf(text: string): AppError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('was read without complaint');
}

const cell = fc.string({
  unit: fc.constantFrom('가', '힣', 'a', ' ', ',', '"', '\n', '\r\n', '\t', ';', '1', '😀', '.'),
  maxLength: 8,
});
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 12,
});

describe('delimited text', () => {
  it('comes back as the same cells, for any table and cut anywhere', () => {
    fc.assert(
      fc.property(table, fc.array(fc.nat(400), { maxLength: 6 }), (rows, cuts) => {
        const text = rows.map((row) => `${csvLine(row)}\r\n`).join('');
        const places = [0, ...cuts.map((cut) => cut % text.length).sort((a, b) => a - b)];
        const pieces = places.map((place, index) => text.slice(place, places[index + 1]));
        expect(read(text, ',', pieces)).toEqual(rows);
      }),
    );
  });

  it('is read as csv-parse reads it, wherever the text is RFC 4180', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', '\t', ';'), (rows, delimiter) => {
        const quoted = rows.map((row) =>
          row.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter),
        );
        const text = quoted.join('\n');
        const oracle = parse(text, { delimiter, relax_column_count: true }) as string[][];
        expect(read(text, delimiter)).toEqual(oracle);
      }),
    );
  });

  it('may end its lines with CRLF, LF or CR, also mixed, and without a last line end', () => {
    expect(read('a,b\r\n1,2\n3,4\r5,6')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });

  it('skips blank lines but not lines of separators', () => {
    expect(read('a,b\n\n\r\n,\n1,2\n\n')).toEqual([
      ['a', 'b'],
      ['', ''],
      ['1', '2'],
    ]);
  });

  it('takes a quotation mark inside an unquoted cell as a character', () => {
    expect(read('품목,크기\n모니터,27" 넓은 것\n')).toEqual([
      ['품목', '크기'],
      ['모니터', '27" 넓은 것'],
    ]);
  });

  it('takes unescaped marks inside a quoted cell of one line as characters', () => {
    expect(read('"그는 "좋다" 했다",다음\n')).toEqual([['그는 "좋다" 했다', '다음']]);
  });

  it('tells the line of a quotation mark that is never closed', () => {
    const refusal = refusalOf('a,b\n1,2\n3,"열린 채로\n4,5\n6,7\n');
    expect(refusal.code).toBe('import.quoteNotClosed');
    expect(refusal.params).toEqual({ line: 3 });
  });

  it('tells the line of a stray mark that would glue rows together', () => {
    const refusal = refusalOf('a,b\n1,"안녕 하세요\n2,"좋아요",웹\n3,x\n');
    expect(refusal.code).toBe('import.quoteStray');
    expect(refusal.params).toEqual({ line: 2 });
  });

  it('counts lines through cells that hold line breaks', () => {
    const reader = new DelimitedReader(',');
    const lines = reader.push('h\n"가\n나\r\n다"\n끝\n').map(({ line }) => line);
    expect(lines).toEqual([1, 2, 5]);
  });

  it('stops at a mark left open instead of swallowing a large file', () => {
    const reader = new DelimitedReader(',');
    const feed = () => {
      reader.push('a,b\n1,"x');
      for (let piece = 0; piece < 200; piece++) reader.push('가나다,라마바\n'.repeat(1000));
    };
    expect(feed).toThrow('import.quoteNotClosed');
  });
});

describe('the separator', () => {
  it.each([
    ['a,b,c\n1,2,3\n4,5,6', ','],
    ['a\tb\tc\n1\t"2, 2"\t3', '\t'],
    ['이름;의견\n김;좋아요, 정말로\n이;나빠요, 별로', ';'],
    ['id|text\n1|좋아요, 감사합니다\n2|네', '|'],
    ['id\tdocument\tlabel\n1\t재미있다, 또 보고 싶다\t1\n2\t"별로; 지루하다, 정말"\t0', '\t'],
  ])('of %j is %j', (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  it('of a single column is none that would cut its texts', () => {
    expect(guessDelimiter('의견\n좋아요, 감사합니다\n가격이; 비싸요')).toBe('\t');
  });

  it('is not misled by a sample cut inside a quoted cell', () => {
    expect(guessDelimiter('a;b\n1;"가,나"\n2;"다,라,마')).toBe(';');
  });
});
