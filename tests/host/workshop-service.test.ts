import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Score } from '../../core/contract/workshop.contract.ts';
import { historyOfVotes } from '../../electron/host/workshop/discuss-round.ts';
import { discuss } from '../../electron/host/workshop/discussion-task.ts';
import { readOwnScores } from '../../electron/host/workshop/own-scores.ts';
import { readVoteHistory } from '../../electron/host/workshop/vote-history.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { addRequirement, whatIdsOf } from '../support/workspace-seeds.ts';

let test: TestHost;
let houseId: number;
let whats: number[];
let hows: number[];
let people: number[];
let workshopId: number;

const addHow = async (name: string) =>
  (await test.call('house.addHow', { houseId, name, unit: '', direction: 'up', targetValue: '' }))
    .howId;

beforeEach(async () => {
  test = await startTestHost();
  const requirementIds = [];
  for (const name of ['빠른 응대', '정확한 안내', '쉬운 앱'])
    requirementIds.push(await addRequirement(test, name));
  ({ id: houseId } = await test.call('house.create', { name: '집', requirementIds }));
  whats = await whatIdsOf(test, houseId);
  hows = [await addHow('통화 대기'), await addHow('교육 시간')];
  people = [];
  for (const name of ['김', '이', '박'])
    people.push((await test.call('judgement.addParticipant', { houseId, name })).id);
  workshopId = await create('첫 모임');
});
afterEach(() => test.dispose());

const create = async (name: string, more: { attending?: number[] } = {}) =>
  (await test.call('workshop.create', { houseId, name, heldOn: '2026-11-22', ...more })).id;
const get = (id = workshopId) => test.call('workshop.get', { id });
const house = () => test.call('house.get', { id: houseId });
const undo = () => test.call('undo.undo', {});
const redo = () => test.call('undo.redo', {});
const open = async (more: { subject?: 'relations' | 'importance'; whatIds?: number[] } = {}) =>
  (await test.call('workshop.openRound', { workshopId, subject: 'relations', ...more })).id;
const score = (roundId: number, participantId: number, scores: Score[]) =>
  test.call('workshop.setScores', { roundId, participantId, scores });
const scoresOf = (roundId: number, participantId: number) =>
  readOwnScores(test.host.context.session, roundId, participantId);
const cell = (what: number, how: number, value: number | null): Score => ({
  whatId: whats[what] ?? 0,
  howId: hows[how] ?? 0,
  value,
});
const person = (place: number) => people[place] ?? 0;
const refusal = (code: string) => expect.objectContaining({ code });

/** All three score the first two cells alike and differ on the third. */
async function scoreByAll(roundId: number): Promise<void> {
  for (const [place, odd] of [0, 9, 9].entries()) {
    await score(roundId, person(place), [cell(0, 0, 9), cell(0, 1, 3), cell(1, 0, odd)]);
  }
}

describe('a workshop', () => {
  it('is created, changed and removed, each one step to undo', async () => {
    expect(await get()).toMatchObject({ name: '첫 모임', status: 'planned', attending: people });
    await test.call('workshop.update', { id: workshopId, goal: 'CSF 합의', heldOn: '2026-12-01' });
    expect(await get()).toMatchObject({ goal: 'CSF 합의', heldOn: '2026-12-01', name: '첫 모임' });
    const before = await get();
    await test.call('workshop.remove', { id: workshopId });
    expect(await test.call('workshop.list', { houseId })).toEqual([]);
    await undo();
    expect(await get()).toEqual(before);
    await undo();
    expect(await get()).toMatchObject({ goal: '' });
    const other = await create('둘째', { attending: [person(1)] });
    expect((await get(other)).attending).toEqual([person(1)]);
    expect((await test.call('workshop.list', { houseId })).map(({ name }) => name)).toEqual([
      '둘째',
      '첫 모임',
    ]);
  });

  it('is neither over nor still to come while people score', async () => {
    const roundId = await open();
    for (const status of ['closed', 'planned'] as const)
      await expect(test.call('workshop.update', { id: workshopId, status })).rejects.toEqual(
        refusal('workshop.roundOpen'),
      );
    await test.call('workshop.closeRound', { roundId });
    await test.call('workshop.update', { id: workshopId, status: 'closed' });
    expect((await get()).status).toBe('closed');
  });

  it('stops its clock when it is over: no minutes are counted after it', async () => {
    const item = { workshopId, name: '토론', minutes: 10 };
    const ids = [];
    for (let i = 0; i < 2; i++) ids.push((await test.call('workshop.addAgendaItem', item)).id);
    const [first = 0, second = 0] = ids;
    await test.call('workshop.runAgendaItem', { id: first, act: 'start' });
    await test.call('workshop.runAgendaItem', { id: second, act: 'start' });
    const acts = async () => (await get()).agendaEvents.map(({ itemId, act }) => [itemId, act]);
    await test.call('workshop.update', { id: workshopId, goal: '합의' });
    expect(await acts()).toHaveLength(2);
    for (let i = 0; i < 2; i++)
      await test.call('workshop.update', { id: workshopId, status: 'closed' });
    expect((await acts()).slice(2)).toEqual([[second, 'finish']]);
  });

  it('goes with its house and comes back with it', async () => {
    const roundId = await open();
    await scoreByAll(roundId);
    await test.call('workshop.closeRound', { roundId });
    const before = await get();
    await test.call('house.remove', { id: houseId });
    await expect(get()).rejects.toEqual(refusal('workshop.notFound'));
    await undo();
    expect(await get()).toEqual(before);
  });

  it('lets only participants of its house attend', async () => {
    const other = await test.call('house.create', { name: '다른 집' });
    const { id } = await test.call('judgement.addParticipant', { houseId: other.id, name: '남' });
    await expect(
      test.call('workshop.setAttendance', { workshopId, participantIds: [id] }),
    ).rejects.toEqual(refusal('workshop.participantUnknown'));
    await test.call('workshop.setAttendance', { workshopId, participantIds: [person(2)] });
    expect((await get()).attending).toEqual([person(2)]);
    await undo();
    expect((await get()).attending).toEqual(people);
  });

  it('takes a pasted table of people as one step, when it is made and later', async () => {
    const invited = [
      { name: '최', team: '품질팀' },
      { name: '정', team: '' },
    ];
    const { id } = await test.call('workshop.create', {
      houseId,
      name: '둘째',
      heldOn: '2026-11-23',
      invited,
    });
    const made = await get(id);
    expect(made.participants.map(({ name, team }) => [name, team])).toEqual([
      ['김', ''],
      ['이', ''],
      ['박', ''],
      ['최', '품질팀'],
      ['정', ''],
    ]);
    expect(made.attending).toEqual(made.participants.map((one) => one.id));
    await undo();
    expect(await test.call('judgement.listParticipants', { houseId })).toHaveLength(3);
    await expect(get(id)).rejects.toEqual(refusal('workshop.notFound'));

    await test.call('workshop.setAttendance', { workshopId, participantIds: [person(2)] });
    const { ids } = await test.call('workshop.invite', { workshopId, invited });
    expect((await get()).attending).toEqual([person(2), ...ids]);
    await undo();
    expect((await get()).attending).toEqual([person(2)]);
    expect((await get()).participants.map((one) => one.id)).toEqual(people);
    await redo();
    expect((await get()).attending).toEqual([person(2), ...ids]);
  });

  it('takes no more people of a table than judge in a house, and then none of it', async () => {
    const invited = Array.from({ length: 98 }, (_, i) => ({ name: `참가 ${i}`, team: '' }));
    await expect(test.call('workshop.invite', { workshopId, invited })).rejects.toEqual(
      refusal('judgement.tooManyParticipants'),
    );
    expect((await get()).attending).toEqual(people);
  });

  it('agrees on its CSFs and records the decision as one step', async () => {
    await test.call('house.setRelations', {
      houseId,
      cells: [
        { whatId: whats[0] ?? 0, howId: hows[0] ?? 0, strength: 9 },
        { whatId: whats[0] ?? 0, howId: hows[1] ?? 0, strength: 3 },
      ],
    });
    await test.call('csf.choose', { houseId, howIds: [hows[1] ?? 0], reason: '미리 골랐습니다' });
    const states = async () =>
      (await test.call('csf.list', {})).map(({ howId, status, reason }) => [howId, status, reason]);
    const { ids } = await test.call('workshop.agreeCsfs', {
      workshopId,
      howIds: hows,
      subject: 'CSF 2개 합의',
      outcome: '1. 통화 대기',
      reason: '가장 무겁습니다',
    });
    expect(ids).toHaveLength(2);
    expect(new Set(await states())).toEqual(
      new Set([
        [hows[0], 'agreed', '가장 무겁습니다'],
        [hows[1], 'agreed', '미리 골랐습니다'],
      ]),
    );
    expect((await get()).decisions).toMatchObject([
      { subject: 'CSF 2개 합의', outcome: '1. 통화 대기', consensus: 'agreed', roundId: null },
    ]);
    await undo();
    expect(await states()).toEqual([[hows[1], 'proposed', '미리 골랐습니다']]);
    expect((await get()).decisions).toEqual([]);
    await redo();
    expect(await states()).toHaveLength(2);
  });

  it('keeps its agenda in order, and what its clock was told through every undo', async () => {
    const add = async (name: string) =>
      (await test.call('workshop.addAgendaItem', { workshopId, name, minutes: 10 })).id;
    const ids = [await add('소개'), await add('평가'), await add('토론')];
    await test.call('workshop.moveAgendaItem', { id: ids[2] ?? 0, position: 0 });
    await test.call('workshop.updateAgendaItem', { id: ids[0] ?? 0, minutes: 25 });
    expect((await get()).agenda).toEqual([
      { id: ids[2], name: '토론', minutes: 10 },
      { id: ids[0], name: '소개', minutes: 25 },
      { id: ids[1], name: '평가', minutes: 10 },
    ]);
    await test.call('workshop.runAgendaItem', { id: ids[0] ?? 0, act: 'start' });
    await test.call('workshop.runAgendaItem', { id: ids[0] ?? 0, act: 'finish' });
    const acts = async () => (await get()).agendaEvents.map(({ itemId, act }) => [itemId, act]);
    const told = [
      [ids[0], 'start'],
      [ids[0], 'finish'],
    ];
    expect(await acts()).toEqual(told);
    await undo();
    expect((await get()).agenda[1]).toMatchObject({ minutes: 10 });
    expect(await acts()).toEqual(told);
    await test.call('workshop.removeAgendaItem', { id: ids[0] ?? 0 });
    expect(await acts()).toEqual([]);
    // A new item is another one, whatever the clock was told of those before it.
    await add('새 안건');
    expect(await acts()).toEqual([]);
    await undo();
    await undo();
    expect(await acts()).toEqual(told);
  });
});

describe('a round of votes', () => {
  it('asks single relations when it is opened with them, and forgets those of what is removed', async () => {
    const pair = (what: number, how: number) => ({
      whatId: whats[what] ?? 0,
      howId: hows[how] ?? 0,
    });
    const cells = [pair(1, 0), pair(0, 1), pair(1, 0)];
    const { id: roundId } = await test.call('workshop.openRound', {
      workshopId,
      subject: 'relations',
      cells,
    });
    expect((await get()).rounds[0]).toMatchObject({
      whatIds: [whats[0], whats[1]],
      howIds: [hows[0], hows[1]],
      cells: [pair(1, 0), pair(0, 1)],
    });
    await score(roundId, person(0), [cell(0, 1, 9)]);
    expect((await get()).rounds[0]?.progress[0]).toMatchObject({ scored: 1, cells: 2 });
    await expect(score(roundId, person(0), [cell(0, 0, 9)])).rejects.toEqual(
      refusal('workshop.cellNotAsked'),
    );
    await test.call('house.removeHow', { houseId, howId: hows[1] ?? 0 });
    expect((await get()).rounds[0]).toMatchObject({ cells: [pair(1, 0)] });
    expect((await get()).rounds[0]?.progress[0]).toMatchObject({ scored: 0, cells: 1 });
    await undo();
    await test.call('workshop.closeRound', { roundId });
    const { ballots } = await test.call('workshop.ballots', { roundId });
    expect(ballots.map(({ scores }) => scores)).toEqual([
      [
        [null, 9],
        [null, null],
      ],
    ]);
  });

  it('keeps scores as long as they may be needed: until the workspace is opened anew', async () => {
    const logged = () =>
      test.host.context.session.raw
        .prepare('SELECT DISTINCT round_id FROM ballot_log ORDER BY 1')
        .pluck()
        .all();
    const reopen = async () => {
      const { file } = test.host.context.session;
      await test.call('workspace.close', {});
      await test.call('workspace.open', { token: test.host.context.files.admit(file) });
    };
    const removed = await open();
    await score(removed, person(0), [cell(0, 0, 9)]);
    await test.call('workshop.removeRound', { roundId: removed });
    const closed = await open();
    await score(closed, person(0), [cell(0, 0, 3)]);
    await test.call('workshop.closeRound', { roundId: closed });
    const running = await open();
    await score(running, person(0), [cell(0, 0, 1)]);
    expect(logged()).toEqual([removed, closed, running]);
    await reopen();
    expect(logged()).toEqual([running]);
    expect(await scoresOf(running, person(0))).toEqual([cell(0, 0, 1)]);
    await test.call('workshop.closeRound', { roundId: running });
    await test.call('workshop.reopenRound', { roundId: closed });
    expect(await scoresOf(closed, person(0))).toEqual([cell(0, 0, 3)]);
  });

  it('keeps the scores of a HOW that is removed and brought back, and gives a new one none of them', async () => {
    const roundId = await open();
    await score(roundId, person(0), [cell(0, 0, 3), cell(0, 1, 9)]);
    await test.call('house.removeHow', { houseId, howId: hows[1] ?? 0 });
    expect(await scoresOf(roundId, person(0))).toEqual([cell(0, 0, 3)]);
    const added = await addHow('새 요소');
    expect(hows).not.toContain(added);
    await undo();
    await undo();
    expect(await scoresOf(roundId, person(0))).toEqual([cell(0, 0, 3), cell(0, 1, 9)]);
    await test.call('workshop.closeRound', { roundId });
    await test.call('house.removeHow', { houseId, howId: hows[1] ?? 0 });
    const { ballots } = await test.call('workshop.ballots', { roundId });
    expect(ballots.map(({ scores }) => scores)).toEqual([[[3], [null], [null]]]);
  });

  it('asks what it was opened with, in the order of the house, one at a time', async () => {
    const roundId = await open({ whatIds: [whats[2] ?? 0, whats[0] ?? 0] });
    const view = await get();
    expect(view.status).toBe('running');
    expect(view.rounds).toMatchObject([
      { id: roundId, number: 1, whatIds: [whats[0], whats[2]], howIds: hows, closedAt: null },
    ]);
    await expect(open()).rejects.toEqual(refusal('workshop.anotherRoundOpen'));
    await expect(score(roundId, person(0), [cell(1, 0, 9)])).rejects.toEqual(
      refusal('workshop.cellNotAsked'),
    );
    await expect(score(roundId, person(0), [cell(0, 0, 2)])).rejects.toEqual(
      refusal('workshop.scoreNotOnScale'),
    );
    await expect(
      test.call('workshop.update', { id: workshopId, status: 'closed' }),
    ).rejects.toEqual(refusal('workshop.roundOpen'));
    await undo();
    expect(await get()).toMatchObject({ rounds: [], status: 'planned' });
  });

  it('tells how far everybody has come, and nobody what others scored', async () => {
    const roundId = await open();
    await scoreByAll(roundId);
    await score(roundId, person(0), [cell(0, 1, null)]);
    const { rounds } = await get();
    expect(rounds[0]?.progress).toEqual([
      { participantId: person(0), scored: 2, cells: 6 },
      { participantId: person(1), scored: 3, cells: 6 },
      { participantId: person(2), scored: 3, cells: 6 },
    ]);
    expect(await scoresOf(roundId, person(0))).toEqual([cell(0, 0, 9), cell(1, 0, 0)]);
    // Also for the one who sits down at the keyboard: which cells, not what is in them.
    expect(await test.call('workshop.scoredCells', { roundId, participantId: person(0) })).toEqual([
      { whatId: whats[0], howId: hows[0] },
      { whatId: whats[1], howId: hows[0] },
    ]);
    for (const asking of [
      test.call('workshop.ballots', { roundId }),
      test.call('workshop.discussionOrder', { roundId, topK: 1 }),
      test.call('workshop.acceptAgreed', { roundId }),
    ]) {
      await expect(asking).rejects.toEqual(refusal('workshop.roundOpen'));
    }
  });

  it('takes no score for a vote that the scale has not, whatever was taken back before', async () => {
    const roundId = await open();
    await scoreByAll(roundId);
    await test.call('workshop.closeRound', { roundId });
    const levels = [
      { value: 5, symbol: '◎' },
      { value: 3, symbol: '○' },
      { value: 1, symbol: '△' },
    ];
    await test.call('house.setScale', { houseId, scale: { levels } });
    await test.call('workshop.reopenRound', { roundId });
    // The scores stay as the reopened round had them, for they are outside undo; the scale goes back.
    for (let step = 0; step < 3; step++) await undo();
    expect(await scoresOf(roundId, person(0))).toEqual([cell(0, 1, 3), cell(1, 0, 0)]);
    expect((await get()).rounds[0]?.progress[0]?.scored).toBe(2);
    await test.call('workshop.closeRound', { roundId });
    const { ballots } = await test.call('workshop.ballots', { roundId });
    expect(ballots[0]?.scores[0]).toEqual([null, 3]);
    await test.call('workshop.discussionOrder', { roundId, topK: 1 });
  });

  it('shows its votes once it is closed, and takes more when it is reopened', async () => {
    const roundId = await open();
    await scoreByAll(roundId);
    await test.call('workshop.closeRound', { roundId });
    const ballots = await test.call('workshop.ballots', { roundId });
    expect(ballots).toMatchObject({ whatIds: whats, howIds: hows, levels: [0, 1, 3, 9] });
    expect(ballots.ballots[0]).toEqual({
      participantId: person(0),
      scores: [
        [9, 3],
        [0, null],
        [null, null],
      ],
    });
    await expect(score(roundId, person(0), [cell(0, 0, 1)])).rejects.toEqual(
      refusal('workshop.roundClosed'),
    );
    await test.call('workshop.reopenRound', { roundId });
    await score(roundId, person(0), [cell(0, 0, 1)]);
    await test.call('workshop.closeRound', { roundId });
    expect((await test.call('workshop.ballots', { roundId })).ballots[0]?.scores[0]).toEqual([
      1, 3,
    ]);
  });

  it('loses no score when its end is undone and further scores come in', async () => {
    const roundId = await open();
    await scoreByAll(roundId);
    await test.call('workshop.closeRound', { roundId });
    await undo();
    expect(await scoresOf(roundId, person(1))).toHaveLength(3);
    await score(roundId, person(1), [cell(2, 1, 1)]);
    expect(await redo()).toBeNull();
    await test.call('workshop.closeRound', { roundId });
    expect((await test.call('workshop.ballots', { roundId })).ballots[1]?.scores[2]).toEqual([
      null,
      1,
    ]);
  });

  it('gives no new thing the scores of one that was removed', async () => {
    const roundId = await open();
    await scoreByAll(roundId);
    await test.call('house.removeHow', { houseId, howId: hows[1] ?? 0 });
    const added = await addHow('새 요소');
    expect((await get()).rounds[0]?.howIds.every((id) => id === hows[0] || id === added)).toBe(
      true,
    );
    const scored = await scoresOf(roundId, person(0));
    expect(scored.map(({ howId }) => howId)).toEqual([hows[0], hows[0]]);
    await test.call('judgement.removeParticipant', { id: person(2) });
    const { id: newcomer } = await test.call('judgement.addParticipant', { houseId, name: '최' });
    expect(newcomer).not.toBe(person(2));
    expect(await scoresOf(roundId, newcomer)).toEqual([]);
  });

  it('leaves out whoever does not attend, and keeps the votes of a participant who comes back', async () => {
    const roundId = await open();
    await scoreByAll(roundId);
    await test.call('workshop.setAttendance', { workshopId, participantIds: people.slice(0, 2) });
    await expect(score(roundId, person(2), [cell(0, 0, 1)])).rejects.toEqual(
      refusal('workshop.notAttending'),
    );
    await test.call('workshop.closeRound', { roundId });
    const voters = async () =>
      (await test.call('workshop.ballots', { roundId })).ballots.map((one) => one.participantId);
    expect(await voters()).toEqual(people.slice(0, 2));
    await test.call('judgement.removeParticipant', { id: person(0) });
    expect(await voters()).toEqual([person(1)]);
    await undo();
    expect(await voters()).toEqual(people.slice(0, 2));
  });

  it('keeps its votes on the scale of the house, which waits while people score', async () => {
    const scale = {
      levels: [
        { value: 5, symbol: '◎' },
        { value: 3, symbol: '○' },
        { value: 1, symbol: '△' },
      ],
    };
    const roundId = await open();
    await scoreByAll(roundId);
    await expect(test.call('house.setScale', { houseId, scale })).rejects.toEqual(
      refusal('workshop.scaleInVote'),
    );
    await test.call('workshop.closeRound', { roundId });
    await test.call('house.setScale', { houseId, scale });
    const votes = async () => {
      const { levels, ballots } = await test.call('workshop.ballots', { roundId });
      return [levels, ballots[1]?.scores[0], ballots[1]?.scores[1]];
    };
    expect(await votes()).toEqual([
      [0, 1, 3, 5],
      [5, 3],
      [5, null],
    ]);
    await undo();
    expect(await votes()).toEqual([
      [0, 1, 3, 9],
      [9, 3],
      [9, null],
    ]);
  });
});

describe('a round of more votes than are moved in one go', () => {
  it('loses none of them when it is closed, taken up again, and taken back', async () => {
    const names = (of: string) => Array.from({ length: 80 }, (_, i) => `${of} ${i}`);
    await test.call('house.addOwnWhats', { houseId, names: names('요구') });
    await test.call('house.addHows', { houseId, names: names('요소') });
    const roundId = await open();
    const [round] = (await get()).rounds;
    const scores = (round?.whatIds ?? []).flatMap((whatId) =>
      (round?.howIds ?? []).map((howId) => ({ whatId, howId, value: (whatId + howId) % 2 })),
    );
    for (const id of people) await score(roundId, id, scores);
    const progress = async () => (await get()).rounds[0]?.progress.map(({ scored }) => scored);
    const all = people.map(() => scores.length);
    expect(scores.length).toBeGreaterThan(5_000);
    expect(await progress()).toEqual(all);
    await test.call('workshop.closeRound', { roundId });
    expect(await progress()).toEqual(all);
    const { ballots } = await test.call('workshop.ballots', { roundId });
    await test.call('workshop.reopenRound', { roundId });
    expect(await progress()).toEqual(all);
    expect(await scoresOf(roundId, person(2))).toEqual(scores);
    const votes = test.host.context.session.raw.prepare('SELECT count(*) FROM vote').pluck();
    expect(votes.get()).toBe(0);
    await undo();
    expect((await test.call('workshop.ballots', { roundId })).ballots).toEqual(ballots);
  });
});

describe('what to discuss of a large round', () => {
  it('is worked out beside the work, and says the same', async () => {
    const names = (of: string) => Array.from({ length: 110 }, (_, i) => `${of} ${i}`);
    await test.call('house.addOwnWhats', { houseId, names: names('요구') });
    await test.call('house.addHows', { houseId, names: names('요소') });
    const roundId = await open();
    await scoreByAll(roundId);
    await test.call('workshop.closeRound', { roundId });
    const { session } = test.host.context;
    const asked = { roundId, topK: 1 };
    const order = await test.call('workshop.discussionOrder', asked);
    expect(order.cells).toMatchObject([{ row: 1, column: 0, lowest: 0, highest: 9 }]);
    expect(order).toEqual(await discuss(session.db, asked));
    const history = await historyOfVotes(session, workshopId);
    expect(history.contested).toMatchObject([{ lowest: 0, highest: 9 }]);
    expect(history).toEqual(await readVoteHistory(session.db, workshopId));
    const before = await house();
    expect(await test.call('workshop.acceptAgreed', { roundId })).toEqual({ cells: 2 });
    const after = await house();
    expect(after.relations[0]?.slice(0, 2)).toEqual([9, 3]);
    expect(await undo()).toMatchObject({ label: 'workshop:undo.acceptAgreed' });
    expect(await house()).toEqual(before);
    await redo();
    expect(await house()).toEqual(after);
  });
});

describe('what is decided', () => {
  it('begins with what most depends on, is entered with its reason, and taken back as one step', async () => {
    const roundId = await open();
    await scoreByAll(roundId);
    await test.call('workshop.closeRound', { roundId });
    const { cells } = await test.call('workshop.discussionOrder', { roundId, topK: 1 });
    expect(cells).toMatchObject([{ row: 1, column: 0, lowest: 0, highest: 9 }]);
    const asked = { workshopId, roundId, whatId: whats[1] ?? 0, howId: hows[0] ?? 0 };
    const { id } = await test.call('workshop.decide', {
      ...asked,
      after: 9,
      reason: '상담 기록이 말해 준다',
      consensus: 'majority',
    });
    expect((await house()).relations[1]?.[0]).toBe(9);
    expect((await get()).decisions).toMatchObject([
      { id, before: 0, after: 9, consensus: 'majority', reason: '상담 기록이 말해 준다' },
    ]);
    const again = await test.call('workshop.decide', { ...asked, after: 3, consensus: 'agreed' });
    expect(again.id).toBe(id);
    expect((await get()).decisions).toMatchObject([{ before: 0, after: 3, consensus: 'agreed' }]);
    expect((await house()).relations[1]?.[0]).toBe(3);
    await undo();
    await undo();
    expect((await get()).decisions).toEqual([]);
    expect((await house()).relations[1]?.[0]).toBe(0);
    await test.call('workshop.decide', { ...asked, after: null, consensus: 'open' });
    expect((await house()).relations[1]?.[0]).toBe(0);
    expect((await get()).decisions).toMatchObject([{ after: null, consensus: 'open' }]);
  });

  it('is about a cell, not about a group, even where it is left open', async () => {
    const { whatId } = await test.call('house.addWhatGroup', { houseId, name: '응대 전반' });
    const { howId } = await test.call('house.addHowGroup', { houseId, name: '상담 역량' });
    for (const about of [
      { whatId, howId: null },
      { whatId, howId: hows[0] ?? 0 },
      { whatId: whats[0] ?? 0, howId },
    ]) {
      const decided = test.call('workshop.decide', {
        workshopId,
        roundId: null,
        after: null,
        consensus: 'open',
        ...about,
      });
      const name = about.whatId === whatId ? '응대 전반' : '상담 역량';
      await expect(decided).rejects.toMatchObject({
        code: 'workshop.groupNotDecided',
        params: { name },
      });
    }
    expect((await get()).decisions).toEqual([]);
  });

  it('is entered at once where people agree, and only there', async () => {
    const roundId = await open();
    await scoreByAll(roundId);
    await test.call('workshop.closeRound', { roundId });
    expect(await test.call('workshop.acceptAgreed', { roundId })).toEqual({ cells: 2 });
    expect((await house()).relations).toEqual([
      [9, 3],
      [0, 0],
      [0, 0],
    ]);
    expect(await test.call('workshop.acceptAgreed', { roundId })).toEqual({ cells: 0 });
    await undo();
    expect((await house()).relations[0]).toEqual([0, 0]);
  });

  it('gives way to a later round that is accepted, which is recorded, and stands against an earlier one', async () => {
    const first = await open();
    await scoreByAll(first);
    await test.call('workshop.closeRound', { roundId: first });
    const asked = { workshopId, whatId: whats[1] ?? 0, howId: hows[0] ?? 0 };
    const decide = (roundId: number, after: number, reason: string) =>
      test.call('workshop.decide', { ...asked, roundId, after, reason, consensus: 'majority' });
    await decide(first, 9, '상담 기록');
    const { id: second } = await test.call('workshop.openRound', {
      workshopId,
      subject: 'relations',
      cells: [{ whatId: asked.whatId, howId: asked.howId }],
    });
    for (const id of people) await score(second, id, [cell(1, 0, 1)]);
    await test.call('workshop.closeRound', { roundId: second });
    const accept = (roundId: number) =>
      test.call('workshop.acceptAgreed', { roundId, reason: '다시 채점해 합의' });
    expect(await accept(second)).toEqual({ cells: 1 });
    expect((await house()).relations[1]?.[0]).toBe(1);
    expect((await get()).decisions).toMatchObject([
      { roundId: first, before: 0, after: 9, reason: '상담 기록' },
      { roundId: second, before: 9, after: 1, reason: '다시 채점해 합의', consensus: 'agreed' },
    ]);
    const minutes = async () =>
      (await historyOfVotes(test.host.context.session, workshopId)).contested;
    expect(await minutes()).toMatchObject([
      { settledBy: 'decision', decided: 1, reason: '다시 채점해 합의' },
    ]);
    await undo();
    expect(await minutes()).toMatchObject([{ decided: 9, reason: '상담 기록' }]);
    expect((await house()).relations[1]?.[0]).toBe(9);
    // What is decided on the votes themselves stands however often they are accepted.
    await decide(second, 3, '토론');
    expect(await accept(second)).toEqual({ cells: 0 });
    expect((await house()).relations[1]?.[0]).toBe(3);
  });

  it('may be an importance', async () => {
    const roundId = await open({ subject: 'importance' });
    const importance = (what: number, value: number): Score => ({
      whatId: whats[what] ?? 0,
      howId: null,
      value,
    });
    await expect(score(roundId, person(0), [importance(0, 0)])).rejects.toEqual(
      refusal('workshop.scoreNotOnScale'),
    );
    for (const [place, odd] of [1, 5, 5].entries()) {
      await score(roundId, person(place), [importance(0, 5), importance(1, odd)]);
    }
    await test.call('workshop.closeRound', { roundId });
    await test.call('house.setRelations', {
      houseId,
      cells: [{ whatId: whats[1] ?? 0, howId: hows[1] ?? 0, strength: 9 }],
    });
    const order = await test.call('workshop.discussionOrder', { roundId, topK: 1 });
    expect(order).toMatchObject({ cells: [], importances: [{ row: 1, lowest: 1, highest: 5 }] });
    expect(await test.call('workshop.acceptAgreed', { roundId })).toEqual({ cells: 1 });
    await test.call('workshop.decide', {
      workshopId,
      roundId,
      whatId: whats[1] ?? 0,
      howId: null,
      after: 4,
      consensus: 'facilitator',
    });
    expect((await house()).whats.map((what) => what.importance)).toEqual([5, 4, 3]);
  });

  it('may be anything else, in words', async () => {
    const { id } = await test.call('workshop.addDecision', {
      workshopId,
      subject: '다음 모임',
      outcome: '2주 뒤',
    });
    await test.call('workshop.updateDecision', { id, reason: '자료 필요' });
    expect((await get()).decisions).toMatchObject([
      { subject: '다음 모임', outcome: '2주 뒤', reason: '자료 필요', whatId: null },
    ]);
    await test.call('workshop.removeDecision', { id });
    expect((await get()).decisions).toEqual([]);
    await undo();
    expect((await get()).decisions).toHaveLength(1);
  });
});
