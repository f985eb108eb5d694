import { firstSentenceOf } from '../domain/requirement/quote-passage.ts';
import { maskPersonalData } from '../domain/voc/mask-personal-data.ts';
import { SeededRandom } from '../numerics/seeded-random.ts';
import { buildActions, buildCsfs } from './sample-actions.ts';
import { sampleBranches } from './sample-branches.ts';
import { buildHouse, requirementIdOf } from './sample-house.ts';
import { buildJudgement } from './sample-judgement.ts';
import { buildNextHouse } from './sample-next-house.ts';
import { buildRequirements, type RequirementTree } from './sample-requirements.ts';
import { buildRound } from './sample-round.ts';
import {
  buildRespondents,
  buildSurveyItems,
  sampleSegments,
  waveDates,
  waveNameOf,
} from './sample-survey.ts';
import { sampleIndex, surveyItemLines } from './sample-survey-items.ts';
import type { SampleDataset, SampleVoc } from './sample-types.ts';
import { buildVoc, type ThemedVoc } from './sample-voc.ts';
import { buildWorkshop } from './sample-workshop.ts';

interface SampleOptions {
  /** The same seed and day give the same workspace, to the letter. */
  readonly seed: number;
  /** `YYYY-MM-DD`: the last day of the four quarters the sample tells of. */
  readonly today: string;
}

/**
 * A year at an invented electronics-service company: 24 centres, 3,000 VOC, 30 requirements, a house of
 * 12 × 14 with its workshop and the house of 5 × 9 that follows from it, 5 CSFs, 15 actions and two survey
 * waves of 600 × 20. Invented throughout.
 */
export function generateSampleDataset({ seed, today }: SampleOptions): SampleDataset {
  const random = new SeededRandom(seed);
  const surveyRandom = random.fork();
  const vocRandom = random.fork();
  const evidenceRandom = random.fork();
  const judgementRandom = random.fork();
  const workshopRandom = random.fork();
  const dates = waveDates(today);
  const respondents = buildRespondents(surveyRandom, dates);
  const voc = buildVoc(vocRandom, today, dates, respondents);
  const tree = buildRequirements(today);
  const build = buildHouse(today, tree);
  const csfs = buildCsfs(today, build);
  const judgement = buildJudgement(judgementRandom, build, tree.rows);
  const workshop = buildWorkshop(workshopRandom, today, build, judgement);
  const evidence = evidenceOf(evidenceRandom, voc, tree);
  chooseQuotes(tree, evidence, voc);
  return {
    branches: sampleBranches.map(({ name, region }) => ({ name, region })),
    waves: dates.map((surveyedOn) => ({ name: waveNameOf(surveyedOn), surveyedOn })),
    surveyItems: buildSurveyItems(),
    segments: sampleSegments,
    respondents,
    voc: voc.map(({ theme: _, ...row }): SampleVoc => row),
    requirements: tree.rows,
    evidence,
    requirementItems: surveyItemLines.flatMap(({ requirements }, i) =>
      requirements.map((key) => ({ requirementId: requirementIdOf(tree, key), itemId: i + 1 })),
    ),
    house: build.house,
    nextHouse: buildNextHouse(today, build.house, tree.rows, csfs),
    judgement,
    workshop,
    round: buildRound(today, build.house, tree.rows, workshop),
    csfs,
    actions: buildActions(today, csfs, build),
    index: sampleIndex,
  };
}

const quoteLength = { least: 14, most: 60 };

/** Each third-level requirement is told by the gravest of its complaints that is short enough to read. */
function chooseQuotes(
  tree: RequirementTree,
  evidence: SampleDataset['evidence'],
  voc: readonly ThemedVoc[],
): void {
  for (const requirementId of tree.idOf.values()) {
    const row = tree.rows[requirementId - 1];
    const said = evidence
      .filter((link) => link.requirementId === requirementId)
      .flatMap(({ vocId }) => {
        const { text = '', kind, severity = null } = voc[vocId - 1] ?? {};
        const quote = firstSentenceOf(maskPersonalData(text));
        const fits =
          kind === 'complaint' &&
          quote.length >= quoteLength.least &&
          quote.length <= quoteLength.most &&
          !/[(*"]/u.test(quote);
        return fits ? [{ vocId, text: quote, severity: severity ?? 0 }] : [];
      })
      .toSorted((a, b) => b.severity - a.severity || b.text.length - a.text.length);
    const gravest = said[0];
    if (row !== undefined && gravest !== undefined) {
      row.quote = { vocId: gravest.vocId, text: gravest.text };
    }
  }
}

const linkedShare = 0.88;
const secondShare = 0.16;

/** Most VOC with a theme that bears on a requirement are already sorted; some bear on two. */
function evidenceOf(
  random: SeededRandom,
  voc: readonly ThemedVoc[],
  tree: RequirementTree,
): SampleDataset['evidence'] {
  return voc.flatMap(({ theme }, i) => {
    const [first, second] = theme.requirements;
    if (first === undefined || !random.chance(linkedShare)) return [];
    const keys = second !== undefined && random.chance(secondShare) ? [first, second] : [first];
    return keys.map((key) => ({ requirementId: requirementIdOf(tree, key), vocId: i + 1 }));
  });
}
