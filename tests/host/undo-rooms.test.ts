import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { tableContent } from '../support/workspace-content.ts';

let test: TestHost;
beforeEach(async () => {
  test = await startTestHost({ workspace: 'none' });
});
afterEach(() => test.dispose());

const content = () => tableContent(test.host.context.session.raw);

/** The ids that an edit may choose from; the first of an empty room is one that does not exist. */
async function known() {
  const { ids: voc } = await test.call('voc.listIds', {});
  const requirements = (await test.call('requirement.list', {})).map((row) => row.id);
  const houses = (await test.call('house.list', {})).map((row) => row.id);
  const hows: { houseId: number; howId: number; whatId: number }[] = [];
  const competitors: { houseId: number; competitorId: number }[] = [];
  const rounds: number[] = [];
  const judges: { houseId: number; participantId: number }[] = [];
  for (const id of houses) {
    const house = await test.call('house.get', { id });
    for (const { competitorId } of house.competitors)
      competitors.push({ houseId: id, competitorId });
    for (const { id: roundId } of await test.call('round.list', { houseId: id })) {
      rounds.push(roundId);
    }
    for (const participant of await test.call('judgement.listParticipants', { houseId: id })) {
      judges.push({ houseId: id, participantId: participant.id });
    }
    for (const { howId } of house.hows) {
      for (const { whatId } of house.whats) hows.push({ houseId: id, howId, whatId });
    }
  }
  const csfs = (await test.call('csf.list', {})).map((row) => row.id);
  const actions = (await test.call('action.list', {})).map((row) => row.id);
  return { voc, requirements, houses, hows, csfs, actions, competitors, rounds, judges };
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
  ({ houses }, pick, word) =>
    test.call('round.save', { houseId: at(houses, pick, 99), name: `판 ${word}` }),
  ({ rounds }, pick, word) =>
    test.call('round.restore', { id: at(rounds, pick, 99), name: `갈래 ${word}` }),
  ({ houses }, pick, word) =>
    test.call('house.addCompetitor', { houseId: at(houses, pick, 99), name: `상대 ${word}` }),
  ({ hows, competitors }, pick) => {
    const { houseId, competitorId } = at(competitors, pick, { houseId: 99, competitorId: 99 });
    const { whatId, howId } = hows.find((how) => how.houseId === houseId) ?? nowhere;
    return test.call('house.setRatings', {
      houseId,
      whats: [{ whatId, competitorId, value: 1 + (pick % 5) }],
      hows: [{ howId, competitorId, value: 2 }],
    });
  },
  ({ hows }, pick) => {
    const { houseId, whatId } = at(hows, pick, nowhere);
    const kano = (['M', 'O', null] as const)[pick % 3] ?? null;
    return test.call('house.setPlan', { houseId, values: [{ whatId, target: 5, kano }] });
  },
  ({ competitors }, pick) =>
    test.call('house.removeCompetitor', at(competitors, pick, { houseId: 99, competitorId: 99 })),
  ({ houses }, pick, word) =>
    test.call('judgement.addParticipant', { houseId: at(houses, pick, 99), name: `참가 ${word}` }),
  ({ hows, judges }, pick) => {
    const { houseId, participantId } = at(judges, pick, { houseId: 99, participantId: 99 });
    const whatIds = hows.flatMap((how) => (how.houseId === houseId ? how.whatId : []));
    const [whatId = 99] = whatIds;
    const otherWhatId = whatIds.find((id) => id !== whatId) ?? 98;
    return test.call('judgement.setComparisons', {
      houseId,
      participantId,
      values: [{ whatId, otherWhatId, ratio: 3 }],
    });
  },
  ({ houses }, pick) =>
    test.call('house.setScale', {
      houseId: at(houses, pick, 99),
      scale: { levels: [{ value: 1 + (pick % 9), symbol: '◎' }] },
    }),
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
      { numRuns: 15 },
    );
  });
});
