import { describe, expect, it } from 'vitest';
import { quantity } from '../../core/calc/explanation.ts';
import { explanationLines, figureText, quantityText } from '../../core/calc/explanation-text.ts';
import { houseCalc } from '../../core/calc/methods/house.calc.ts';
import type { Explanation } from '../../core/contract/explanation.ts';
import { localeWords } from '../../electron/host/locale-words.ts';
import { houseExamples } from '../support/calc-examples/house.ts';

function houseExplanation(): Explanation {
  const result = houseCalc.calculate(houseExamples.house, { explain: true });
  if (!result.ok || result.output.explanation === undefined) throw new Error('no explanation');
  return result.output.explanation;
}

describe('an explanation as text', () => {
  it('writes figures as one reads them', () => {
    expect(figureText(1 / 3)).toBe('0.333333');
    expect(figureText(-2)).toBe('−2');
    expect(figureText(null)).toBe('–');
    expect(figureText([1, [2, null]])).toBe('[1, [2, –]]');
    expect(figureText({ M: 12, O: 3 })).toBe('M 12, O 3');
    expect(figureText(false)).toBe('false');
    expect(figureText([1, 2, 3, [4, 5, 6]], 2)).toBe('[1, 2, … (4)]');
  });

  it('says how many there are where only the first are shown', () => {
    const long = quantity(
      'x',
      Array.from({ length: 80 }, (_, i) => i),
    );
    expect(long.value).toHaveLength(50);
    expect(quantityText(long)).toMatch(/^x = \[0, 1, .*49, … \(80\)\]$/);
    expect(quantityText(long, 2)).toBe('x = [0, 1, … (80)]');
  });

  it('lets a house be redone by hand, in Korean and English', () => {
    const korean = explanationLines(houseExplanation(), localeWords('ko'));
    expect(korean).toContain('w = [5, 3, 4]');
    expect(korean).toContain('   absolute₁ = 5·9 = 45');
    expect(korean).toContain('   absolute₂ = 3·9 + 4·3 = 39');
    expect(korean).toContain(
      '2. 전체에서 HOW가 차지하는 비중: relativeⱼ = absoluteⱼ ÷ Σⱼ absoluteⱼ',
    );
    expect(korean).toContain('   relative₂ = 39 ÷ 135 = 0.288889');
    expect(explanationLines(houseExplanation(), localeWords('en'))).toContain(
      '1. Absolute weight of each HOW: absoluteⱼ = Σᵢ wᵢ·rᵢⱼ',
    );
  });

  it('leaves out a worked line that has no number to show', () => {
    const result = houseCalc.calculate({ weights: [1], relations: [[0, 0]] }, { explain: true });
    const steps = (result.ok && result.output.explanation?.steps) || [];

    expect(steps.map(({ id, worked }) => [id, worked?.length ?? 0])).toEqual([
      ['absolute', 2],
      ['relative', 0],
      ['rank', 0],
    ]);
  });

  it('tells the cases behind the figures, and who was left out', () => {
    const lines = explanationLines(
      {
        ...houseExplanation(),
        n: 211,
        effectiveN: 180.44,
        exclusions: [
          { reason: 'noAnswer', count: 3 },
          { reason: 'noWeight', count: 0 },
        ],
      },
      localeWords('ko'),
    );
    expect(lines[0]).toBe('n = 211 · n_eff = 180.44 · 무응답 3');
  });
});
