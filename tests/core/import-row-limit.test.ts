import { describe, expect, it } from 'vitest';
import {
  refuseBeyondWorkspace,
  refuseTooManyRows,
  rowsAtMost,
} from '../../core/domain/import/row-limit.ts';

describe('how many rows a workspace takes', () => {
  it('takes as many as its memory was measured for, from one file or from several', () => {
    expect(() => refuseTooManyRows(rowsAtMost)).not.toThrow();
    expect(() => refuseBeyondWorkspace(1_000_000, rowsAtMost - 1_000_000)).not.toThrow();
  });

  it('refuses one more, and says how many there are', () => {
    expect(() => refuseTooManyRows(rowsAtMost + 1)).toThrow(
      expect.objectContaining({ code: 'import.tooManyRows', params: { most: '1,500,000' } }),
    );
    expect(() => refuseBeyondWorkspace(1_499_999, 2)).toThrow(
      expect.objectContaining({
        code: 'import.workspaceFull',
        params: { most: '1,500,000', there: '1,499,999', coming: '2' },
      }),
    );
  });
});
