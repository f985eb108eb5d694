import type { RequirementKey } from './sample-requirements.ts';
import type { SampleHouseNode } from './sample-types.ts';

export type HowKey =
  | 'punctuality'
  | 'noticeRate'
  | 'leadTime'
  | 'visitsPerDay'
  | 'partsFill'
  | 'firstFix'
  | 'repeatRepair'
  | 'checklist'
  | 'callWait'
  | 'firstCall'
  | 'bookingRate'
  | 'feeNotice'
  | 'claimDays'
  | 'courtesyScore';

/** A leaf by its key, or a group with what is in it. */
type Branch<Key extends string> = Key | Group<Key>;

interface Group<Key extends string> {
  readonly name: string;
  readonly members: readonly Branch<Key>[];
}

const group = <Key extends string>(name: string, ...members: Branch<Key>[]): Group<Key> => ({
  name,
  members,
});

const whatBranches: readonly Branch<RequirementKey>[] = [
  group(
    '방문 약속',
    group('약속한 시간', 'onTime', 'notice'),
    group('빠른 처리', 'earlySlot', 'parts'),
  ),
  group('수리와 설치 품질', 'lastingRepair', 'installQuality', 'cleanWork'),
  group('접수와 상담', 'callConnect', 'appBooking'),
  group('비용과 보상', 'feeBefore', 'fairClaim'),
  'courtesy',
];

const howBranches: readonly Branch<HowKey>[] = [
  group('방문 운영', 'punctuality', 'noticeRate', 'leadTime', 'visitsPerDay'),
  group('수리 품질', 'partsFill', 'firstFix', 'repeatRepair', 'checklist'),
  group('접수와 상담', 'callWait', 'firstCall', 'bookingRate'),
  group('비용과 보상', 'feeNotice', 'claimDays'),
  'courtesyScore',
];

/** Leaves are numbered from 1 in display order, groups after them. */
export const whatNodes = nodesOf(whatBranches);
export const howNodes = nodesOf(howBranches);

function nodesOf<Key extends string>(branches: readonly Branch<Key>[]): SampleHouseNode[] {
  let lastLeaf = 0;
  let lastGroup = leafCount(branches);
  const nodes: SampleHouseNode[] = [];
  const add = (members: readonly Branch<Key>[], parentId: number | null): void => {
    for (const branch of members) {
      if (typeof branch === 'string') {
        nodes.push({ id: ++lastLeaf, parentId, group: null });
        continue;
      }
      const id = ++lastGroup;
      nodes.push({ id, parentId, group: branch.name });
      add(branch.members, id);
    }
  };
  add(branches, null);
  return nodes;
}

function leafCount(branches: readonly Branch<string>[]): number {
  return branches.reduce(
    (sum, branch) => sum + (typeof branch === 'string' ? 1 : leafCount(branch.members)),
    0,
  );
}
