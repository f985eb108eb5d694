import { describe, expect, it } from 'vitest';
import * as schemas from '../../renderer/shared/navigation/search-schemas.ts';

describe('the address of a room', () => {
  it('loses only what is wrong in it: the router would hand a value on that nobody took out', () => {
    const wrong = { id: 3, view: 'elsewhere', from: 'x' };
    for (const schema of [schemas.importanceSearchSchema, schemas.roundsSearchSchema]) {
      const read: Record<string, unknown> = { ...wrong, ...schema.parse(wrong) };
      expect(read.id).toBe(3);
      expect(read.view).toBeUndefined();
    }
    const rounds = schemas.roundsSearchSchema.parse(wrong);
    expect({ ...wrong, ...rounds }.from).toBeUndefined();
  });
});
