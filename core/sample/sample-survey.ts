import type { SeededRandom } from '../numerics/seeded-random.ts';
import { type SampleBranch, sampleBranches } from './sample-branches.ts';
import { addDays, addMonths, monthOf, workdayOnOrBefore, yearOf } from './sample-calendar.ts';
import { surveyItemLines } from './sample-survey-items.ts';
import type { SampleRespondent, SampleSurveyItem } from './sample-types.ts';

const respondentsPerWave = 600;

const scaleMin = 1;
const scaleMax = 7;

export const sampleSegments = ['연령대', '성별', '고객유형', '이용경로'];

/** Share in the sample and share in the customer base: their quotient is the respondent's weight. */
interface Stratum {
  readonly name: string;
  readonly sampled: number;
  readonly population: number;
  /** Step on the 7-point scale by which this group answers differently. */
  readonly effect: number;
}

const ages: readonly Stratum[] = [
  { name: '20대', sampled: 0.14, population: 0.11, effect: -0.1 },
  { name: '30대', sampled: 0.24, population: 0.19, effect: -0.15 },
  { name: '40대', sampled: 0.26, population: 0.24, effect: 0 },
  { name: '50대', sampled: 0.21, population: 0.25, effect: 0.1 },
  { name: '60대 이상', sampled: 0.15, population: 0.21, effect: 0.15 },
];
const genders: readonly Stratum[] = [
  { name: '여성', sampled: 0.56, population: 0.52, effect: 0.02 },
  { name: '남성', sampled: 0.44, population: 0.48, effect: -0.02 },
];
const customerTypes: readonly Stratum[] = [
  { name: '개인', sampled: 0.79, population: 0.79, effect: 0 },
  { name: '소상공인', sampled: 0.12, population: 0.12, effect: -0.2 },
  { name: '기업·기관', sampled: 0.05, population: 0.05, effect: 0.1 },
  { name: '렌탈', sampled: 0.04, population: 0.04, effect: -0.05 },
];
const entries: readonly Stratum[] = [
  { name: '전화', sampled: 0.44, population: 0.44, effect: -0.05 },
  { name: '앱', sampled: 0.27, population: 0.27, effect: -0.05 },
  { name: '홈페이지', sampled: 0.15, population: 0.15, effect: 0 },
  { name: '센터 방문', sampled: 0.14, population: 0.14, effect: 0.15 },
];

/** How much of a respondent's mood and of chance goes into every answer, in steps of the scale. */
const moodSpread = 0.85;
const answerSpread = 0.95;
const missingShare = 0.028;

/** Twenty-four days before `today`, and the same day half a year earlier, so that each half-year has one. */
export function waveDates(today: string): [first: string, second: string] {
  const second = addDays(today, -24);
  return [workdayOnOrBefore(addMonths(second, -6)), workdayOnOrBefore(second)];
}

export function waveNameOf(surveyedOn: string): string {
  const half = monthOf(surveyedOn) <= 6 ? '상반기' : '하반기';
  return `${yearOf(surveyedOn)}년 ${half} 고객만족도 조사`;
}

export function buildSurveyItems(): SampleSurveyItem[] {
  return surveyItemLines.map(({ label, reversed }, i) => ({
    header: `문${i + 1}`,
    label,
    scaleMin,
    scaleMax,
    reversed: reversed === true,
  }));
}

interface Person {
  readonly branch: SampleBranch;
  readonly strata: readonly Stratum[];
  readonly weight: number;
  mood: number;
}

/** Both waves, the first wave's respondents first. */
export function buildRespondents(
  random: SeededRandom,
  dates: readonly string[],
): SampleRespondent[] {
  return dates.flatMap((date, wave) => {
    const prefix = `${yearOf(date)}${monthOf(date) <= 6 ? 'A' : 'B'}`;
    const people = Array.from({ length: respondentsPerWave }, () => drawPerson(random));
    centreMoods(people);
    return people.map((person, i) => ({
      waveId: wave + 1,
      key: `${prefix}-${String(i + 1).padStart(4, '0')}`,
      branch: person.branch.name,
      weight: person.weight,
      segmentValues: person.strata.map((stratum) => stratum.name),
      answers: surveyItemLines.map(({ mean, change }) =>
        random.chance(missingShare)
          ? null
          : onScale(
              mean + wave * change + person.mood * moodSpread + random.normal(0, answerSpread),
            ),
      ),
    }));
  });
}

function drawPerson(random: SeededRandom): Person {
  const draw = (strata: readonly Stratum[]) => random.pickWeighted(strata, (s) => s.sampled);
  const strata = [draw(ages), draw(genders), draw(customerTypes), draw(entries)];
  const branch = random.pickWeighted(sampleBranches, (candidate) => candidate.size);
  const weight = strata.reduce((product, s) => (product * s.population) / s.sampled, 1);
  const leaning = strata.reduce((sum, s) => sum + s.effect, branch.quality);
  return {
    branch,
    strata,
    weight: Math.round(weight * 1000) / 1000,
    mood: (leaning + random.normal(0, moodSpread)) / moodSpread,
  };
}

/** Takes the luck of the draw out of a wave's mean, so that any seed tells the same story. */
function centreMoods(people: Person[]): void {
  const total = people.reduce((sum, person) => sum + person.weight, 0);
  const mean = people.reduce((sum, person) => sum + person.weight * person.mood, 0) / total;
  for (const person of people) person.mood -= mean;
}

function onScale(value: number): number {
  return Math.min(scaleMax, Math.max(scaleMin, Math.round(value)));
}
