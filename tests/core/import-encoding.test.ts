import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { TextEncoding } from '../../core/contract/import.contract.ts';
import { countUndecodable, guessEncoding } from '../../core/domain/import/text-encoding.ts';

const korean =
  '접수번호,내용,채널\r\n1,결제가 자꾸 실패해요,앱\r\n2,직원분이 친절했습니다,매장\r\n';

function bytesOf(text: string, encoding: string, addBOM = false): Uint8Array {
  return iconv.encode(text, encoding, { addBOM });
}

describe('the encoding of a file', () => {
  it.each<[TextEncoding, boolean]>([
    ['utf-8', true],
    ['utf-8', false],
    ['cp949', false],
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
  ])('%s is recognised (byte order mark: %s)', (encoding, marked) => {
    const bytes = bytesOf(korean, encoding, marked);
    expect(guessEncoding(bytes, true)).toBe(encoding);
  });

  it('is UTF-8 also where the sample cuts a character in two', () => {
    const bytes = bytesOf('가나다라', 'utf-8');
    for (const cut of [10, 11]) {
      expect(guessEncoding(bytes.subarray(0, cut), false)).toBe('utf-8');
      expect(guessEncoding(bytes.subarray(0, cut), true)).toBe('cp949');
    }
  });

  it('is not UTF-8 for overlong forms, surrogates and what lies beyond Unicode', () => {
    for (const bytes of [[0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff]]) {
      expect(guessEncoding(Uint8Array.from([...bytes, 0x41]), true)).toBe('cp949');
    }
  });

  it('is UTF-8 for any text written in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('￾'));
        expect(guessEncoding(bytesOf(text, 'utf-8'), true)).toBe('utf-8');
      }),
    );
  });

  it('is CP949 for Korean words of two syllables and more written in it', () => {
    const words = fc.array(fc.constantFrom('결제', '환불', '배송', '뷁', '똠방각하', '펲시'), {
      minLength: 2,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join(' ');
        const bytes = bytesOf(text, 'cp949');
        expect(guessEncoding(bytes, true)).toBe('cp949');
        expect(iconv.decode(Buffer.from(bytes), 'cp949')).toBe(text);
      }),
    );
  });

  it('does not take a stray NUL for UTF-16', () => {
    expect(guessEncoding(bytesOf(`${korean.repeat(5)}a\0b`, 'utf-8'), true)).toBe('utf-8');
  });

  it('counts what could not be decoded', () => {
    const broken = Buffer.from([0xb0, 0xa1, 0xff, 0xff, 0x41]);
    expect(countUndecodable(iconv.decode(broken, 'cp949'))).toBe(2);
    expect(countUndecodable('가나다')).toBe(0);
  });
});
