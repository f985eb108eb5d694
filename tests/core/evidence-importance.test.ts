import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type EvidenceLink,
  evidenceImportance,
  tallyEvidence,
} from '../../core/domain/requirement/evidence-importance.ts';

const tree = [
  { id: 1, parentId: null },
  { id: 2, parentId: 1 },
  { id: 3, parentId: 1 },
  { id: 4, parentId: null },
];

function importanceOf(links: EvidenceLink[]) {
  return evidenceImportance(tree, tallyEvidence(tree, links));
}

describe('importance from the evidence', () => {
  it('is frequency × severity: severities 5, 3 and 4 make 12 = 3 × 4', () => {
    const importance = importanceOf([
      [10, 2, 5],
      [11, 2, 3],
      [12, 2, 4],
    ]);
    expect(importance.get(2)).toMatchObject({ value: 12, meanSeverity: 4, judged: 3, share: 1 });
  });

  it('counts a VOC nobody judged as the mean of all that were judged', () => {
    const importance = importanceOf([
      [10, 2, 5],
      [11, 2, null],
      [12, 3, 3],
      [13, 4, null],
    ]);
    expect(importance.get(2)).toMatchObject({ value: 9, judged: 1, assumedSeverity: 4 });
    expect(importance.get(4)).toMatchObject({ value: 4, judged: 0, meanSeverity: 4 });
  });

  it('takes the middle of the scale where nothing was judged at all', () => {
    expect(importanceOf([[10, 2, null]]).get(2)).toMatchObject({ value: 3, assumedSeverity: 3 });
  });

  it('lets one grave VOC not speak for the unjudged ones beside it', () => {
    const links: EvidenceLink[] = [[1, 2, 5]];
    for (let id = 2; id <= 100; id++) links.push([id, 2, null]);
    for (let id = 101; id <= 200; id++) links.push([id, 3, 2]);
    const value = importanceOf(links).get(2)?.value ?? 0;
    expect(value / 100).toBeCloseTo(2.06, 2);
  });

  it('counts a VOC once for a branch that it stands under twice, and once in all', () => {
    const links: EvidenceLink[] = [
      [10, 2, 4],
      [10, 3, 4],
      [11, 4, 4],
    ];
    const tally = tallyEvidence(tree, links);
    expect(tally.byRequirement.get(1)).toMatchObject({ vocCount: 1, ownVocCount: 0 });
    expect(tally.all.vocCount).toBe(2);
    const importance = evidenceImportance(tree, tally);
    expect(importance.get(1)?.share).toBe(0.5);
    expect(importance.get(2)?.siblingShare).toBe(0.5);
    expect(importance.get(3)?.share).toBe(0.5);
  });

  it('says nothing of shares where there is no evidence', () => {
    expect(importanceOf([]).get(1)).toEqual({
      value: 0,
      meanSeverity: null,
      judged: 0,
      assumedSeverity: 3,
      share: null,
      siblingShare: null,
    });
  });

  it('leaves out links to requirements that are gone', () => {
    expect(tallyEvidence(tree, [[1, 99, 5]]).all.vocCount).toBe(0);
  });

  const links = fc
    .uniqueArray(
      fc.record({
        voc: fc.integer({ min: 1, max: 30 }),
        requirement: fc.integer({ min: 1, max: 4 }),
      }),
      { selector: ({ voc, requirement }) => `${voc}-${requirement}` },
    )
    .chain((pairs) =>
      fc
        .array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 31, maxLength: 31 })
        .map((severities) =>
          pairs
            .toSorted((a, b) => a.voc - b.voc)
            .map(
              ({ voc, requirement }): EvidenceLink => [voc, requirement, severities[voc] ?? null],
            ),
        ),
    );

  it('equals n × mean severity, and a branch never weighs less than its parts', () => {
    fc.assert(
      fc.property(links, (some) => {
        const tally = tallyEvidence(tree, some);
        for (const [id, { value, meanSeverity }] of evidenceImportance(tree, tally)) {
          const n = tally.byRequirement.get(id)?.vocCount ?? 0;
          expect(value).toBeCloseTo(n * (meanSeverity ?? 0), 9);
        }
        const importance = evidenceImportance(tree, tally);
        const weightOf = (id: number) => importance.get(id)?.value ?? 0;
        expect(weightOf(1)).toBeGreaterThanOrEqual(Math.max(weightOf(2), weightOf(3)) - 1e-9);
      }),
    );
  });

  it('does not change with the order of the VOC', () => {
    fc.assert(
      fc.property(links, (some) => {
        const backwards = some.toReversed();
        expect(importanceOf(backwards)).toEqual(importanceOf(some));
      }),
    );
  });
});
