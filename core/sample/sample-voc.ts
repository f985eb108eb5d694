import type { VocChannel, VocStatus } from '../contract/voc.contract.ts';
import type { SeededRandom } from '../numerics/seeded-random.ts';
import { type SampleBranch, sampleBranches } from './sample-branches.ts';
import { addDays, addMonths, daysBetween, monthOf, weekdayOf, yearOf } from './sample-calendar.ts';
import { vocOwners } from './sample-people.ts';
import { type Product, products } from './sample-products.ts';
import type { SampleRespondent, SampleVoc } from './sample-types.ts';
import { composeText } from './voc-composer.ts';
import { drawFacts } from './voc-facts.ts';
import { composeNote } from './voc-notes.ts';
import type { VocTheme } from './voc-theme.ts';
import { vocThemes } from './voc-themes.ts';
import type { VoiceName } from './voc-voices.ts';

const vocCount = 3000;
/** Open answers of the two waves among them. */
const surveyVocCount = 150;

export interface ThemedVoc extends SampleVoc {
  theme: VocTheme;
}

type Voice = VoiceName | 'note';

interface ChannelLine {
  readonly channel: VocChannel;
  readonly share: number;
  readonly voices: readonly (readonly [voice: Voice, share: number])[];
}

const channelLines: readonly ChannelLine[] = [
  { channel: 'phone', share: 25, voices: [['note', 1]] },
  {
    channel: 'web',
    share: 25,
    voices: [
      ['letter', 34],
      ['web', 36],
      ['angry', 18],
      ['elder', 6],
      ['text', 6],
    ],
  },
  {
    channel: 'app',
    share: 21,
    voices: [
      ['web', 36],
      ['text', 40],
      ['angry', 24],
    ],
  },
  {
    channel: 'branch',
    share: 11,
    voices: [
      ['note', 40],
      ['elder', 28],
      ['web', 20],
      ['text', 12],
    ],
  },
  {
    channel: 'sns',
    share: 7,
    voices: [
      ['sns', 80],
      ['angry', 20],
    ],
  },
  { channel: 'monitor', share: 4.5, voices: [['note', 1]] },
  {
    channel: 'post',
    share: 2,
    voices: [
      ['letter', 60],
      ['elder', 40],
    ],
  },
  {
    channel: 'other',
    share: 1.5,
    voices: [
      ['web', 60],
      ['text', 40],
    ],
  },
];

const customerTypes: readonly (readonly [name: string, share: number])[] = [
  ['개인', 79],
  ['소상공인', 12],
  ['기업·기관', 5],
  ['렌탈', 4],
];

/** Calls by weekday, Sunday first: Monday is the busiest, Sunday only the web is open. */
const weekdayLoad = [0.12, 1.45, 1.15, 1.0, 1.0, 1.1, 0.5];

/**
 * All VOC, oldest first, over the four quarters up to yesterday: what came today would partly lie in
 * the hours to come.
 */
export function buildVoc(
  random: SeededRandom,
  today: string,
  waves: readonly string[],
  respondents: readonly SampleRespondent[],
): ThemedVoc[] {
  const taken = new Set<string>();
  const open = surveyVoc(random.fork(), today, waves, respondents, taken);
  const first = addMonths(today, -12);
  const days = Array.from({ length: daysBetween(first, today) }, (_, i) => {
    const date = addDays(first, i);
    return { date, load: weekdayLoad[weekdayOf(date)] ?? 1 };
  });
  const heard = Array.from({ length: vocCount - surveyVocCount }, () =>
    heardVoc(random, today, days, taken),
  );
  const all = [...open, ...heard].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
  numberByYear(all, first);
  return all;
}

function heardVoc(
  random: SeededRandom,
  today: string,
  days: readonly { date: string; load: number }[],
  taken: Set<string>,
): ThemedVoc {
  const { date: day } = random.pickWeighted(days, ({ load }) => load);
  const place = 1 - daysBetween(day, today) / days.length;
  const { channel, voices } = random.pickWeighted(channelLines, (line) => line.share);
  const theme = random.pickWeighted(vocThemes, (candidate) =>
    shareOf(candidate, place, day, channel),
  );
  const branch = random.pickWeighted(sampleBranches, (candidate) => branchShare(candidate, theme));
  const voice = suitable(theme, random.pickWeighted(voices, ([, share]) => share)[0], random);
  const product = drawProduct(random, theme, day);
  const receivedAt = `${day}T${timeOfDay(random, day)}`;
  return {
    theme,
    externalId: '',
    text: distinctText(
      theme,
      voice,
      { receivedOn: day, branch: branch.name, product },
      random,
      taken,
    ),
    receivedAt,
    channel,
    kind: theme.kind,
    status: statusOf(random, daysBetween(day, today)),
    branch: branch.name,
    customerType: random.pickWeighted(customerTypes, ([, share]) => share)[0],
    severity: severityOf(random, theme, voice),
    product: theme.product === 'none' ? null : product.name,
    owner: random.pick(vocOwners[theme.team]),
    respondentId: null,
  };
}

function shareOf(theme: VocTheme, place: number, day: string, channel: VocChannel): number {
  const season = theme.byMonth?.[monthOf(day) - 1] ?? 1;
  const trend = theme.trend?.(place) ?? 1;
  const heard = theme.channels?.[channel] ?? (channel === 'monitor' ? 0 : 1);
  return theme.share * season * trend * heard;
}

function branchShare(branch: SampleBranch, theme: VocTheme): number {
  return branch.size * Math.exp(-branch.quality * (theme.branchSensitivity ?? 1));
}

/** Angry people do not praise and do not ask. */
function suitable(theme: VocTheme, voice: Voice, random: SeededRandom): Voice {
  if (voice === 'angry' && theme.kind !== 'complaint') return 'web';
  if (voice === 'note' && theme.texts.notes.length === 0) return random.pick(['web', 'elder']);
  return voice;
}

function drawProduct(random: SeededRandom, theme: VocTheme, day: string): Product {
  const fitting = products.filter(
    ({ name, visited }) =>
      theme.except?.includes(name) !== true &&
      (theme.product !== 'visited' || visited) &&
      (theme.product !== 'carried' || !visited),
  );
  return random.pickWeighted(fitting, ({ share, byMonth }) => {
    return share * (byMonth?.[monthOf(day) - 1] ?? 1);
  });
}

function timeOfDay(random: SeededRandom, day: string): string {
  const closing = weekdayOf(day) === 6 ? 13 : 18;
  const hour = random.pickWeighted([9, 10, 11, 12, 13, 14, 15, 16, 17], (candidate) =>
    candidate >= closing ? 0 : candidate === 12 ? 0.5 : candidate <= 11 ? 1.3 : 1,
  );
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(hour)}:${two(random.integer(0, 59))}`;
}

const attempts = 12;

/** Draws again while the very same words are already there; a few short ones may still meet. */
function distinctText(
  theme: VocTheme,
  voice: Voice,
  about: { receivedOn: string; branch: string; product: Product },
  random: SeededRandom,
  taken: Set<string>,
): string {
  let text = '';
  for (let i = 0; i < attempts; i++) {
    const facts = drawFacts(random, about);
    text =
      voice === 'note'
        ? composeNote(theme, facts, random)
        : composeText(theme, voice, facts, random);
    if (!taken.has(text)) break;
  }
  taken.add(text);
  return text;
}

function severityOf(random: SeededRandom, theme: VocTheme, voice: Voice): number | null {
  if (random.chance(theme.kind === 'complaint' ? 0.03 : 0.3)) return null;
  const [low, high] = theme.severity;
  const drawn = random.integer(low, high);
  return voice === 'angry' ? Math.min(5, Math.max(drawn, high)) : drawn;
}

interface StatusLine {
  readonly upToDays: number;
  readonly shares: readonly (readonly [status: VocStatus, share: number])[];
}

/** Old ones are closed, the newest have only just come in. */
const statusLines: readonly StatusLine[] = [
  {
    upToDays: 1,
    shares: [
      ['received', 80],
      ['inProgress', 20],
    ],
  },
  {
    upToDays: 4,
    shares: [
      ['received', 30],
      ['inProgress', 50],
      ['replied', 15],
      ['closed', 5],
    ],
  },
  {
    upToDays: 10,
    shares: [
      ['received', 6],
      ['inProgress', 34],
      ['replied', 35],
      ['closed', 25],
    ],
  },
  {
    upToDays: 30,
    shares: [
      ['inProgress', 8],
      ['replied', 22],
      ['closed', 70],
    ],
  },
  {
    upToDays: 90,
    shares: [
      ['inProgress', 1],
      ['replied', 4],
      ['closed', 95],
    ],
  },
];
const longAgo: StatusLine = { upToDays: Number.POSITIVE_INFINITY, shares: [['closed', 1]] };

function statusOf(random: SeededRandom, ageDays: number): VocStatus {
  const line = statusLines.find(({ upToDays }) => ageDays <= upToDays) ?? longAgo;
  return random.pickWeighted(line.shares, ([, share]) => share)[0];
}

/** Open answers: who scored an item low complains about it, who scored it high praises. */
function surveyVoc(
  random: SeededRandom,
  today: string,
  waves: readonly string[],
  respondents: readonly SampleRespondent[],
  taken: Set<string>,
): ThemedVoc[] {
  const numbered = respondents.map((respondent, i) => ({ respondent, id: i + 1 }));
  const writers = random.shuffle(numbered).slice(0, surveyVocCount);
  return writers.map(({ respondent, id }) => {
    const theme = random.pickWeighted(vocThemes, (candidate) => affinity(candidate, respondent));
    const surveyedOn = waves[respondent.waveId - 1] ?? today;
    const day = addDays(surveyedOn, -random.integer(0, 5));
    const product = drawProduct(random, theme, day);
    const branch = respondent.branch;
    return {
      theme,
      externalId: '',
      text: distinctText(theme, 'survey', { receivedOn: day, branch, product }, random, taken),
      receivedAt: `${day}T${timeOfDay(random, day)}`,
      channel: 'survey',
      kind: theme.kind,
      status: statusOf(random, daysBetween(day, today)),
      branch,
      customerType: respondent.segmentValues[2] ?? '개인',
      severity: severityOf(random, theme, 'survey'),
      product: theme.product === 'none' ? null : product.name,
      owner: random.pick(vocOwners[theme.team]),
      respondentId: id,
    };
  });
}

function affinity(theme: VocTheme, respondent: SampleRespondent): number {
  const share = theme.share * (theme.channels?.survey ?? 1);
  const scores = theme.items.map((item) => respondent.answers[item - 1] ?? 4);
  if (scores.length === 0) return share * 0.5;
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  if (theme.kind === 'praise') return mean >= 6 ? share * 4 : 0;
  if (theme.kind === 'complaint') return mean <= 3 ? share * 3 : mean <= 4 ? share * 0.6 : 0;
  return share;
}

/** VOC-2026-000123, counted within each year; the year that began before the first VOC is under way. */
function numberByYear(all: ThemedVoc[], first: string): void {
  const perDay = vocCount / 365;
  const dayOfYear = daysBetween(`${yearOf(first)}-01-01`, first);
  const next = new Map([[yearOf(first), Math.round(dayOfYear * perDay) + 1]]);
  for (const voc of all) {
    const year = yearOf(voc.receivedAt);
    const number = next.get(year) ?? 1;
    voc.externalId = `VOC-${year}-${String(number).padStart(6, '0')}`;
    next.set(year, number + 1);
  }
}
