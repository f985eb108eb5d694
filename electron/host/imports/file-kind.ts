import { open } from 'node:fs/promises';
import { guessEncoding } from '../../../core/domain/import/text-encoding.ts';

export type FileKind = 'xlsx' | 'text' | 'empty' | 'encrypted' | 'oldExcel' | 'webPage' | 'other';

const bytesLookedAt = 64 * 1024;

/**
 * What a file is, by its content: names lie (many systems export web pages as `.xls`).
 */
export async function fileKindOf(file: string): Promise<FileKind> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size === 0) return 'empty';
    const buffer = Buffer.alloc(Math.min(size, bytesLookedAt));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const start = buffer.subarray(0, bytesRead);
    if (startsWith(start, [0x50, 0x4b, 0x03, 0x04])) return 'xlsx';
    if (startsWith(start, [0xd0, 0xcf, 0x11, 0xe0])) {
      const whole = Buffer.alloc(Math.min(size, 64 * 1024 * 1024));
      await handle.read(whole, 0, whole.length, 0);
      // A password turns a workbook into an OLE container with this one stream.
      const isEncrypted = whole.includes(Buffer.from('EncryptedPackage', 'utf16le'));
      return isEncrypted ? 'encrypted' : 'oldExcel';
    }
    if (isBinary(start)) return 'other';
    return /^\s*(?:<!doctype html|<html|<table|<meta|<\?xml)/i.test(
      start.toString('latin1', 0, 500),
    )
      ? 'webPage'
      : 'text';
  } finally {
    await handle.close();
  }
}

function startsWith(bytes: Uint8Array, start: number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Pictures, PDF and the like: control characters all over, where text has next to none. */
function isBinary(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return true;
  if (guessEncoding(bytes, false).startsWith('utf-16')) return false;
  let controls = 0;
  for (const byte of bytes) {
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  return controls > bytes.length * 0.05;
}
