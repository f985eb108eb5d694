import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost({ workspace: 'none' });
});
afterEach(() => test.dispose());

/** Everything the tables hold. */
function content(): unknown {
  const { raw } = test.host.context.session;
  const tables = raw
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  return tables.map((table) => [
    table,
    raw
      .prepare(`SELECT * FROM main."${table}"`)
      .all()
      .map((row) => JSON.stringify(row))
      .sort(),
  ]);
}

/** The ids that an edit may choose from; the first of an empty room is one that does not exist. */
async function known() {
  const { ids: voc } = await test.call('voc.listIds', {});
  const requirements = (await test.call('requirement.list', {})).map((row) => row.id);
  const houses = (await test.call('house.list', {})).map((row) => row.id);
  const hows: { houseId: number; howId: number; whatId: number }[] = [];
  for (const id of houses) {
    const house = await test.call('house.get', { id });
    for (const { howId } of house.hows) {
      for (const { whatId } of house.whats) hows.push({ houseId: id, howId, whatId });
    }
  }
  const csfs = (await test.call('csf.list', {})).map((row) => row.id);
  const actions = (await test.call('action.list', {})).map((row) => row.id);
  return { voc, requirements, houses, hows, csfs, actions };
}

type Known = Awaited<ReturnType<typeof known>>;
type Edit = (ids: Known, pick: number, word: string) => Promise<unknown>;

function at<T>(list: readonly T[], pick: number, otherwise: T): T {
  return list[pick % Math.max(1, list.length)] ?? otherwise;
}

const nowhere = { houseId: 99, howId: 99, whatId: 99 };

const edits: Edit[] = [
  (_, __, word) =>
    test.call('voc.create', {
      text: `말 ${word}`,
      receivedAt: '2026-03-15',
      channel: 'phone',
      kind: 'complaint',
      branch: word,
    }),
  ({ voc }, pick, word) =>
    test.call('voc.update', { ids: [at(voc, pick, 99)], patch: { text: `글 ${word}` } }),
  ({ voc }, pick) => test.call('voc.remove', { ids: [at(voc, pick, 99)] }),
  ({ requirements, voc }, pick, word) =>
    test.call('requirement.create', {
      name: `요구 ${word}`,
      parentId: pick % 3 === 0 ? null : at(requirements, pick, 99),
      vocIds: voc.slice(0, pick % 3),
    }),
  ({ requirements }, pick) =>
    test.call('requirement.move', {
      id: at(requirements, pick, 99),
      parentId: pick % 2 === 0 ? null : at(requirements, pick + 1, 99),
      position: pick % 3,
    }),
  ({ requirements }, pick) => test.call('requirement.remove', { id: at(requirements, pick, 99) }),
  ({ requirements, voc }, pick) =>
    test.call('requirement.addEvidence', {
      requirementId: at(requirements, pick, 99),
      vocIds: [at(voc, pick, 99)],
    }),
  ({ requirements }, _, word) =>
    test.call('house.create', { name: `집 ${word}`, requirementIds: requirements.slice(0, 4) }),
  ({ houses }, pick) => test.call('house.remove', { id: at(houses, pick, 99) }),
  ({ houses }, pick, word) =>
    test.call('house.addHow', { houseId: at(houses, pick, 99), name: `특성 ${word}` }),
  ({ hows }, pick) => {
    const { houseId, howId, whatId } = at(hows, pick, nowhere);
    const strength = ([0, 1, 3, 9] as const)[pick % 4] ?? 0;
    return test.call('house.setRelations', {
      houseId,
      cells: [{ whatId, howId, strength }],
    });
  },
  ({ hows }, pick) => {
    const { houseId, howId } = at(hows, pick, nowhere);
    return test.call('house.removeHow', { houseId, howId });
  },
  ({ hows }, pick, word) => {
    const { houseId, whatId } = at(hows, pick, nowhere);
    return test.call('house.addWhatGroup', { houseId, name: `묶음 ${word}`, whatIds: [whatId] });
  },
  ({ hows }, pick) => {
    const { houseId, whatId } = at(hows, pick, nowhere);
    return test.call('house.removeWhat', { houseId, whatId });
  },
  ({ hows }, pick, word) => {
    const { houseId, howId } = at(hows, pick, nowhere);
    return test.call('house.cascade', { houseId, howIds: [howId], name: `다음 ${word}` });
  },
  async ({ houses }, pick, word) => {
    const { id } = await test.call('round.save', {
      houseId: at(houses, pick, 99),
      name: `판 ${word}`,
    });
    if (pick % 2 === 0) await test.call('round.restore', { id, name: `갈래 ${word}` });
  },
  async ({ hows }, pick, word) => {
    const { houseId, whatId, howId } = at(hows, pick, nowhere);
    const { competitorId } = await test.call('house.addCompetitor', {
      houseId,
      name: `상대 ${word}`,
    });
    await test.call('house.setRatings', {
      houseId,
      whats: [{ whatId, competitorId, value: 1 + (pick % 5) }],
      hows: [{ howId, competitorId, value: 2 }],
    });
  },
  async ({ hows }, pick, word) => {
    const { houseId } = at(hows, pick, nowhere);
    const [whatId = 99, otherWhatId = 98] = (
      await test.call('house.get', { id: houseId })
    ).whats.map((what) => what.whatId);
    const { id } = await test.call('judgement.addParticipant', { houseId, name: `참가 ${word}` });
    await test.call('judgement.setComparisons', {
      houseId,
      participantId: id,
      values: [{ whatId, otherWhatId, ratio: 3 }],
    });
  },
  ({ hows }, pick, word) => {
    const { houseId, howId } = at(hows, pick, nowhere);
    return test.call('csf.choose', { houseId, howIds: [howId], reason: word });
  },
  ({ csfs }, pick) => test.call('csf.remove', { id: at(csfs, pick, 99) }),
  ({ csfs }, pick, word) =>
    test.call('action.create', { title: `과제 ${word}`, csfId: at(csfs, pick, 99) }),
  ({ actions }, pick) =>
    test.call('action.update', { id: at(actions, pick, 99), patch: { status: 'done' } }),
  (_, __, word) => test.call('workspace.rename', { name: `이름 ${word}` }),
];

describe('undo through every room', () => {
  it('goes back to the beginning and forward to the end, state by state', async () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 6 });
    const script = fc.array(fc.tuple(fc.nat(edits.length - 1), fc.nat(50), word), {
      minLength: 5,
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        await test.call('workspace.create', { name: '시험' });
        const states = [content()];
        for (const [which, pick, text] of steps) {
          const label = JSON.stringify(await test.call('undo.state', {}));
          const before = content();
          try {
            await edits[which]?.(await known(), pick, text);
          } catch (error) {
            expect(error).toMatchObject({ name: 'AppError' });
            expect(content()).toEqual(before);
            expect(JSON.stringify(await test.call('undo.state', {}))).toBe(label);
            continue;
          }
          if (JSON.stringify(content()) !== JSON.stringify(before)) states.push(content());
        }
        const distinct = [...states];
        while ((await test.call('undo.undo', {})) !== null) {
          if (JSON.stringify(content()) !== JSON.stringify(distinct.at(-1))) distinct.pop();
          expect(content()).toEqual(distinct.at(-1));
        }
        expect(content()).toEqual(states[0]);
        while ((await test.call('undo.redo', {})) !== null);
        expect(content()).toEqual(states.at(-1));
        expect(await test.call('workspace.check', {})).toMatchObject({ ok: true });
      }),
      { numRuns: 25 },
    );
  });
});
