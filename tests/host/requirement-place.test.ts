import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost();
});
afterEach(() => test.dispose());

const names = async () => (await test.call('requirement.list', {})).map(({ name }) => name);

describe('a new requirement', () => {
  it('goes to the place it is given, in one undoable step', async () => {
    await test.call('requirement.create', { name: '첫째' });
    await test.call('requirement.create', { name: '셋째' });
    await test.call('requirement.create', { name: '둘째', position: 1 });
    expect(await names()).toEqual(['첫째', '둘째', '셋째']);
    await test.call('undo.undo', {});
    expect(await names()).toEqual(['첫째', '셋째']);
  });

  it('goes last when its place lies beyond the others', async () => {
    await test.call('requirement.create', { name: '첫째' });
    await test.call('requirement.create', { name: '둘째', position: 9 });
    expect(await names()).toEqual(['첫째', '둘째']);
  });
});
