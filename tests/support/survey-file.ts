/** One row of a made-up survey file; null is a question left out. */
export interface FileRespondent {
  key: string;
  branch: string;
  segment: string;
  weight: number;
  answers: (number | null)[];
}

export const surveyItems = [
  '직원이 친절하다',
  '기다리는 시간이 적당하다',
  '전반적으로 만족한다',
  '다시 이용하겠다',
];
export const surveyBranches = ['강남센터', '마포센터', '해운대센터'];
export const surveySegments = ['신규', '재구매'];
const weights = [0.8, 1, 1.25];

/**
 * A wave of respondents on 7-point scales, the same at every run: branches, segments and items
 * differ in level, `lift` raises the whole wave, and every eleventh question stays unanswered.
 */
export function surveyRespondents(wave: string, count: number, lift: number): FileRespondent[] {
  return Array.from({ length: count }, (_, row) => {
    const branch = row % surveyBranches.length;
    const segment = Math.floor(row / surveyBranches.length) % surveySegments.length;
    return {
      key: `${wave}-${String(row + 1).padStart(3, '0')}`,
      branch: surveyBranches[branch] ?? '',
      segment: surveySegments[segment] ?? '',
      weight: weights[Math.floor(row / 5) % weights.length] ?? 1,
      answers: surveyItems.map((_item, column) => {
        if ((row * surveyItems.length + column) % 11 === 7) return null;
        const spread = (row * 7 + column * 3) % 5;
        const level = 1.5 + spread - branch * 0.5 + segment + lift + column * 0.4;
        return Math.floor(Math.max(1, Math.min(7, level)));
      }),
    };
  });
}

/** The file a survey house would send: UTF-8 with BOM, one row per respondent. */
export function surveyCsv(respondents: readonly FileRespondent[]): Buffer {
  const header = ['응답번호', '지점', '구분', '가중치', ...surveyItems];
  const rows = respondents.map(({ key, branch, segment, weight, answers }) =>
    [key, branch, segment, weight, ...answers.map((answer) => answer ?? '')].join(','),
  );
  return Buffer.from(`\uFEFF${[header.join(','), ...rows].join('\r\n')}\r\n`);
}
