import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../core/contract/app-error.ts';
import type { HostBridge } from '../../core/contract/bridge.ts';
import { type HostMethodName, hostContract } from '../../core/contract/contract.ts';

export interface OpenedBridge {
  bridge: HostBridge;
  close(): Promise<void>;
}

const methods = Object.keys(hostContract) as HostMethodName[];
const codePattern = /^[a-z]+\.[a-zA-Z]+$/;

/** Names something that is not there in every way a method may ask for it. */
const strangers = {
  id: 999_999,
  houseId: 999_999,
  howId: 999_999,
  requirementId: 999_999,
  indexId: 999_999,
  waveId: 999_999,
  ids: [999_999],
  howIds: [999_999],
  vocIds: [999_999],
  itemIds: [999_999],
  requirementIds: [999_999],
  parentId: 999_999,
  csfId: 999_999,
  position: 3,
  values: [{ requirementId: 999_999, importance: 3 }],
  cells: [{ whatId: 999_999, howId: 999_999, strength: 9 }],
  components: [{ name: '서비스', weight: 1, score: 'top-2', itemIds: [999_999] }],
  groupBy: { by: 'segment', segmentId: 999_999 },
  kind: 'voc',
  filter: { waveId: 999_999 },
  patch: {},
  name: '이름',
  label: '문항',
  reason: '',
  title: '과제',
  key: 'key',
  value: 1,
  region: '',
  token: 'no-such-token',
  mapping: { columns: {}, items: {} },
  waveName: '1차',
  surveyedOn: '2026-01-02',
};

/**
 * What a screen may rely on, whatever lies between it and the host: the same promises for every
 * transport, with a workspace named 시험 open.
 */
export function describeBridge(transport: string, open: () => Promise<OpenedBridge>): void {
  describe(`contract over ${transport}`, () => {
    let opened: OpenedBridge;
    const call = (method: string, input: unknown = {}) => opened.bridge.call(method, input);

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    async function ask<T>(method: string, input: unknown = {}): Promise<T> {
      const result = await call(method, input);
      if (!result.ok) throw new Error(`${method}: ${result.error.code}`);
      return result.value as T;
    }

    /** Resolves with the next event of that name. */
    function next(name: 'areas.changed'): Promise<{ areas: string[] }> {
      return new Promise((resolve) => {
        const stop = opened.bridge.on(name, (payload) => {
          stop();
          resolve(payload);
        });
      });
    }

    it.each(methods)('%s › answers garbage with a code and changes nothing', async (method) => {
      for (const garbage of [42, 'text', true, []]) {
        const result = await call(method, garbage);

        expect(result).toMatchObject({ ok: false, error: { code: 'app.invalidInput' } });
      }
      expect(await ask('workspace.current')).toMatchObject({ name: '시험' });
      expect(await ask('undo.state')).toEqual({ undo: null, redo: null });
    });

    it.each(['no.such', '', '__proto__', 'constructor', 'toString', 'voc', 'voc.listpage'])(
      'answers the unknown method %j with a code',
      async (method) => {
        expect(await call(method)).toMatchObject({
          ok: false,
          error: { code: 'app.unknownMethod' },
        });
      },
    );

    it('says where in the input the fault lies', async () => {
      const result = await call('house.setRelations', {
        houseId: 1,
        cells: [{ whatId: 1, howId: 1, strength: -7 }],
      });

      expect(result).toMatchObject({
        ok: false,
        error: { code: 'app.invalidInput', path: 'cells.0.strength' },
      });
    });

    it('carries an edit there and its result back, word for word', async () => {
      const name = '"친절한" 응대\t한글·emoji 👍🏽·\u2028·</script>';
      const { id } = await ask<{ id: number }>('requirement.create', { name });
      const rows = await ask<{ id: number; name: string }[]>('requirement.list');

      expect(rows.find((row) => row.id === id)?.name).toBe(name);
      expect(await ask<{ label: string }>('undo.undo')).toMatchObject({
        label: 'requirement:undo.create',
      });
      expect(await ask('requirement.list')).toEqual([]);
    });

    it('answers a method without a result', async () => {
      const { id } = await ask<{ id: number }>('requirement.create', { name: '옛 이름' });

      expect((await call('requirement.update', { id, name: '새 이름' })).ok).toBe(true);
    });

    it('keeps any JSON a person prefers', async () => {
      const value = { columns: ['내용', null, 1.5, { deep: [true] }], empty: {}, zero: 0 };
      await ask('preference.set', { key: 'voc.list', value });

      expect((await ask<Record<string, unknown>>('preference.list'))['voc.list']).toEqual(value);
    });

    it('tells what an edit changed, and nothing after the listener left', async () => {
      const heard: unknown[] = [];
      const stop = opened.bridge.on('areas.changed', (payload) => heard.push(payload));
      const first = next('areas.changed');
      await ask('requirement.create', { name: '대기 시간' });
      expect((await first).areas).toContain('requirement');
      expect(heard).toHaveLength(1);

      stop();
      const second = next('areas.changed');
      await ask('requirement.create', { name: '주차' });
      await second;
      expect(heard).toHaveLength(1);
    });

    it('answers many calls at once, each with its own', async () => {
      const keys = Array.from({ length: 40 }, (_, index) => `key-${index}`);
      const results = await Promise.all(
        keys.map((key) => call('requirement.create', { name: key })),
      );
      const ids = results.map((result) => (result.ok ? (result.value as { id: number }).id : null));
      const rows = await ask<{ id: number; name: string }[]>('requirement.list');

      expect(ids.map((id) => rows.find((row) => row.id === id)?.name)).toEqual(keys);
    });

    it.each(methods)('%s › is never surprised by what is not there', async (method) => {
      const result: Result<unknown> = await call(method, strangers);

      if (!result.ok) {
        expect(result.error.code).toMatch(codePattern);
        expect(result.error.code).not.toBe('app.unexpected');
      } else {
        expect(result.ok).toBe(true);
      }
    });
  });
}
