import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateSampleDataset } from '../../core/sample/sample-dataset.ts';
import { openRaw, type RawDatabase } from '../../db/connection.ts';
import { summarise } from '../../db/handling-rows.ts';
import { writeSampleWorkspace } from '../../db/sample/write-sample.ts';
import { createWorkspaceFile } from '../../db/workspace-file.ts';

const options = { seed: 1, today: '2026-11-21' };

describe('sample workspace', () => {
  let folder: string;
  const opened: RawDatabase[] = [];

  const written = (name: string) => {
    const file = path.join(folder, name);
    createWorkspaceFile(file, {
      name: '표본',
      sample: true,
      createdAt: '2026-11-21T00:00:00.000Z',
    });
    const raw = openRaw(file);
    opened.push(raw);
    writeSampleWorkspace(raw, options);
    return raw;
  };
  const count = (raw: RawDatabase, table: string) =>
    raw.prepare(`SELECT count(*) FROM "${table}"`).pluck().get();

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'csm-sample-'));
  });
  afterEach(() => {
    for (const raw of opened.splice(0)) raw.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds every row of the dataset, with clean foreign keys and a whole file', () => {
    const raw = written('a.csm');
    const sample = generateSampleDataset(options);
    const answered = sample.respondents.flatMap((row) => row.answers).filter((a) => a !== null);
    expect(count(raw, 'branch')).toBe(24);
    expect(count(raw, 'voc')).toBe(3000);
    expect(count(raw, 'requirement')).toBe(30);
    expect(count(raw, 'requirement_voc')).toBe(sample.evidence.length);
    const { house, nextHouse, judgement, workshop } = sample;
    expect(count(raw, 'house')).toBe(2);
    expect(count(raw, 'what')).toBe(house.whatNodes.length + nextHouse.whats.length);
    expect(count(raw, 'how')).toBe(house.howNodes.length + nextHouse.hows.length);
    const notesAlone = house.notes.filter(
      (note) =>
        !house.relations.some((cell) => cell.whatId === note.whatId && cell.howId === note.howId),
    );
    expect(count(raw, 'house_cell')).toBe(
      house.relations.length + notesAlone.length + nextHouse.relations.length,
    );
    expect(count(raw, 'comparison')).toBe(judgement.comparisons.length);
    expect(count(raw, 'kano_answer')).toBe(judgement.kanoAnswers.length);
    const votes = raw
      .prepare(
        'SELECT count(*) FROM vote, json_each(scores) AS score WHERE score.value IS NOT NULL',
      )
      .pluck();
    expect(votes.get()).toBe(workshop.votes.length);
    expect(count(raw, 'decision')).toBe(workshop.decisions.length);
    expect(count(raw, 'house_round')).toBe(1);
    expect(count(raw, 'csf')).toBe(5);
    expect(count(raw, 'action')).toBe(15);
    expect(count(raw, 'respondent')).toBe(1200);
    expect(count(raw, 'answer')).toBe(answered.length);
    expect(count(raw, 'wave_item')).toBe(40);
    expect(count(raw, 'csi_component_item')).toBe(19);
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('tells how every VOC was handled: most in time, none before it came in, some still waiting', () => {
    const raw = written('handled.csm');
    const criteria = { filter: {}, today: options.today, keywordIds: null };
    const { total, groups } = summarise(raw, criteria, 'owner');
    expect(total.rate).toBeGreaterThan(0.8);
    expect(total.rate).toBeLessThan(0.95);
    expect(total.dueStates.overdue).toBeGreaterThan(5);
    expect(groups.length).toBeGreaterThan(5);
    const impossible = raw
      .prepare(
        `SELECT count(*) FROM voc WHERE replied_at < received_at OR closed_at < replied_at
           OR (status = 'closed') <> (closed_at IS NOT NULL)`,
      )
      .pluck()
      .get();
    expect(impossible).toBe(0);
  });

  it('can be searched at once', () => {
    const raw = written('a.csm');
    const found = raw
      .prepare(`SELECT count(*) FROM voc_search WHERE voc_search MATCH '"환불"'`)
      .pluck()
      .get();
    const truly = raw.prepare(`SELECT count(*) FROM voc WHERE text LIKE '%환불%'`).pluck().get();
    expect(found).toBe(truly);
    expect(Number(found)).toBeGreaterThan(20);
  });

  it('is the same content every time it is made', () => {
    const content = (raw: RawDatabase) =>
      ['voc', 'answer', 'comparison', 'kano_answer', 'vote', 'house_round'].map((table) =>
        raw.prepare(`SELECT * FROM ${table} ORDER BY 1`).all(),
      );
    expect(content(written('a.csm'))).toEqual(content(written('b.csm')));
  });

  it('is written whole or not at all', () => {
    const raw = written('a.csm');
    expect(() => writeSampleWorkspace(raw, options)).toThrow();
    expect(count(raw, 'voc')).toBe(3000);
  });
});
