import type { TestHost } from './host-builder.ts';

const madeAt = '2026-01-05T09:00:00.000Z';

/** Rows written straight into the open workspace: for rooms other than the one under test. */
export async function addRequirement(
  test: TestHost,
  name: string,
  parentId: number | null = null,
): Promise<number> {
  const { db } = test.host.context.session;
  const { count } = await db
    .selectFrom('requirement')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('requirement')
    .values({ name, parent_id: parentId, description: '', position: count, created_at: madeAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function addVoc(
  test: TestHost,
  text: string,
  respondentId: number | null = null,
): Promise<number> {
  const { id } = await test.host.context.session.db
    .insertInto('voc')
    .values({
      text,
      received_at: '2026-01-05',
      channel: 'phone',
      kind: 'complaint',
      status: 'received',
      respondent_id: respondentId,
      created_at: madeAt,
      updated_at: madeAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function addEvidence(
  test: TestHost,
  requirementId: number,
  vocIds: number[],
): Promise<void> {
  await test.host.context.session.db
    .insertInto('requirement_voc')
    .values(
      vocIds.map((vocId) => ({
        requirement_id: requirementId,
        voc_id: vocId,
        created_at: madeAt,
      })),
    )
    .execute();
}

export interface SeedRespondent {
  branch?: string | null;
  weight?: number;
  /** Value by segment name. */
  segments?: Record<string, string>;
  /** One answer per item of the wave; null is no answer. */
  answers: (number | null)[];
}

export interface SeedWave {
  name: string;
  surveyedOn: string;
  /** Headers of the items asked, in the order of `answers`; 1–7 unless `scale` says otherwise. */
  items: string[];
  scale?: [min: number, max: number];
  respondents: SeedRespondent[];
}

/** A survey wave; items and segments known by name are used again. */
export async function addWave(
  test: TestHost,
  wave: SeedWave,
): Promise<{ waveId: number; itemIds: number[]; respondentIds: number[] }> {
  const { raw } = test.host.context.session;
  return raw.transaction(() => {
    const waveId = Number(
      raw
        .prepare('INSERT INTO wave (name, surveyed_on, created_at) VALUES (?, ?, ?)')
        .run(wave.name, wave.surveyedOn, madeAt).lastInsertRowid,
    );
    const itemIds = wave.items.map((header) => itemId(header));
    for (const id of itemIds) raw.prepare('INSERT INTO wave_item VALUES (?, ?)').run(waveId, id);
    const respondentIds = wave.respondents.map((respondent, i) =>
      addRespondent(respondent, waveId, itemIds, `r${i + 1}`),
    );
    return { waveId, itemIds, respondentIds };
  })();

  function itemId(header: string): number {
    const [min, max] = wave.scale ?? [1, 7];
    raw
      .prepare(
        `INSERT INTO survey_item (header, label, scale_min, scale_max, position)
         VALUES (?, ?, ?, ?, (SELECT count(*) FROM survey_item)) ON CONFLICT DO NOTHING`,
      )
      .run(header, header, min, max);
    return Number(raw.prepare('SELECT id FROM survey_item WHERE header = ?').pluck().get(header));
  }

  function addRespondent(
    respondent: SeedRespondent,
    waveId: number,
    itemIds: number[],
    key: string,
  ): number {
    const id = Number(
      raw
        .prepare(
          'INSERT INTO respondent (wave_id, respondent_key, branch, weight) VALUES (?, ?, ?, ?)',
        )
        .run(waveId, key, respondent.branch ?? null, respondent.weight ?? 1).lastInsertRowid,
    );
    const answer = raw.prepare('INSERT INTO answer VALUES (?, ?, ?)');
    for (const [k, value] of respondent.answers.entries()) {
      if (value !== null) answer.run(id, itemIds[k], value);
    }
    for (const [name, value] of Object.entries(respondent.segments ?? {})) {
      raw.prepare('INSERT INTO segment (name) VALUES (?) ON CONFLICT DO NOTHING').run(name);
      raw
        .prepare(
          'INSERT INTO respondent_segment SELECT ?, id, ? FROM segment WHERE segment.name = ?',
        )
        .run(id, value, name);
    }
    return id;
  }
}

export async function setRegion(test: TestHost, branch: string, region: string): Promise<void> {
  await test.host.context.session.db
    .insertInto('branch')
    .values({ name: branch, region })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ region }))
    .execute();
}

/** Ids of the WHATs of a house, in its order. */
export async function whatIdsOf(test: TestHost, houseId: number): Promise<number[]> {
  const { whats } = await test.call('house.get', { id: houseId });
  return whats.map(({ whatId }) => whatId);
}
