import type { TestHost } from './host-builder.ts';
import { ImportScene } from './import-scene.ts';

export interface BenchRow {
  id: string;
  text: string;
  branch: string;
}

const subjects = ['배송', '환불', '결제', '상담', '설치', '수리', '예약', '포인트'];
const feelings = [
  '늦어서 불편했습니다',
  '빨라서 좋았습니다',
  '여러 번 물어야 했습니다',
  '친절했습니다',
];
const rest = [
  '다음에는 미리 알려 주세요',
  '감사합니다',
  '다시는 이용하고 싶지 않네요',
  '개선 부탁드립니다',
];

/** The same rows on every computer: short Korean texts with words that come often and seldom. */
export function benchRows(count: number): BenchRow[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `V${index}`,
    text: `${subjects[index % 8]} 건으로 ${index % 997}번 창구를 찾았는데 ${feelings[(index >> 3) % 4]}. ${
      rest[(index >> 5) % 4]
    }${index % 500 === 0 ? ' 엘리베이터가 고장입니다' : ''}`,
    branch: `${index % 24}호점`,
  }));
}

/** The rows as a file that a person could import. */
export function benchFile(test: TestHost, rows: readonly BenchRow[]): string {
  return new ImportScene(test).csv([
    ['id', 'text', 'branch'],
    ...rows.map(({ id, text, branch }) => [id, text, branch]),
  ]);
}

export async function importBenchFile(test: TestHost, token: string): Promise<void> {
  const job = await new ImportScene(test).voc(token, {
    columns: { id: 'externalId', text: 'text', branch: 'branch' },
    defaults: {},
  });
  if (job.status !== 'succeeded') throw new Error(JSON.stringify(job.error));
}
