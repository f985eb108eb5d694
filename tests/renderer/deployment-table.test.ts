import { describe, expect, it } from 'vitest';
import type { RequirementRow } from '../../core/contract/requirement.contract.ts';
import { deploymentHtml } from '../../renderer/features/requirements/deployment-html.ts';
import {
  deploymentLines,
  leafFacts,
} from '../../renderer/features/requirements/deployment-table.ts';

const requirement = (
  id: number,
  parentId: number | null,
  level: number,
  name: string,
): RequirementRow => ({
  id,
  parentId,
  level,
  name,
  code: '',
  description: '',
  position: 0,
  ownVocCount: 0,
  vocCount: id,
  itemIds: [],
  kano: null,
  weight: null,
  quote: null,
  importance: {
    value: 0,
    meanSeverity: null,
    judged: 0,
    assumedSeverity: 3,
    share: null,
    siblingShare: null,
  },
});

const noKano = () => '';

const rows = [
  requirement(1, null, 1, '빠르게'),
  requirement(2, 1, 2, '대기 <10분'),
  requirement(3, 2, 3, '번호표'),
  requirement(4, 2, 3, '안내'),
  requirement(5, 1, 2, '처리'),
  requirement(6, null, 1, '친절하게'),
];

describe('CS요소 전개표', () => {
  it('has a line for each lowest requirement and spans what is above', () => {
    const lines = deploymentLines(rows).map(({ cells, leaf }) => [
      leaf.name,
      cells.map((cell) => cell && `${cell.requirement.name}×${cell.span}`),
    ]);
    expect(lines).toEqual([
      ['번호표', ['빠르게×3', '대기 <10분×2', '번호표×1']],
      ['안내', [null, null, '안내×1']],
      ['처리', [null, '처리×1']],
      ['친절하게', ['친절하게×1']],
    ]);
  });

  it('goes to the clipboard with merged cells and harmless text', () => {
    const html = deploymentHtml(['1차'], deploymentLines(rows), ({ leaf }) =>
      leafFacts(leaf, noKano),
    );
    expect(html).toContain('<td rowspan="3">빠르게</td><td rowspan="2">대기 &lt;10분</td>');
    expect(html).toContain('<tr><td rowspan="1">처리</td><td></td><td>5</td><td>0</td><td></td>');
  });

  it('says what is known of each lowest requirement', () => {
    const known: RequirementRow = {
      ...requirement(1234, null, 1, '빠르게'),
      kano: 'M',
      weight: 4.5,
      quote: { vocId: 7, text: '너무 늦어요' },
      importance: {
        value: 4321.987,
        meanSeverity: 3.5,
        judged: 1000,
        assumedSeverity: 3,
        share: 0.5,
        siblingShare: 0.5,
      },
    };
    const facts = ['1234', '0', '4321.99', '당연적', '4.5', '너무 늦어요'];
    expect(leafFacts(known, (kano) => (kano === 'M' ? '당연적' : ''))).toEqual(facts);
  });
});
