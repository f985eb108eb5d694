import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../core/calc/apply-profile.ts';
import { calcMethods, runCalc } from '../../core/calc/run-calc.ts';
import {
  builtInProfiles,
  findBuiltInProfile,
} from '../../core/domain/profile/built-in-profiles.ts';
import { exampleOf } from '../support/all-calc-examples.ts';

const text = readFileSync(path.resolve(import.meta.dirname, '../../docs/calculations.md'), 'utf8');

const missingWords = {
  notASample: 'no sample',
  refused: 'refused',
  perItem: 'per item',
  respondentMean: "respondent's mean",
  completeCases: 'complete cases',
  completeCasesOnRequest: 'complete cases on request',
};
const weightWords = {
  notASample: 'no sample',
  none: 'none',
  weightedMean: 'weighted mean',
  weightedShare: 'weighted share',
  weightedCovariance: 'weighted covariance',
};

/** The cells of the table's row that begins with `name` in code. */
function rowOf(name: string): string[] {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`| \`${name}\``));
  return (line ?? '').split('|').map((cell) => cell.trim());
}

function isCited(source: string, cited: string): boolean {
  const author = /^[^,(:]+/.exec(source)?.[0].split(' ').at(-1) ?? source;
  const years = source.match(/\b(1[89]|20)\d\d\b/g) ?? [];
  return cited.includes(author) && years.some((year) => cited.includes(year));
}

describe('docs/calculations.md', () => {
  it.each(calcMethods.map((method) => [method.name, method] as const))(
    'tells what %s does with gaps and weights',
    (name, { handling }) => {
      const { missing, weights } = handling;

      expect(rowOf(name)[4]).toBe(`${missingWords[missing]} · ${weightWords[weights]}`);
    },
  );

  it.each(calcMethods.map((method) => [method.name, method] as const))(
    'cites the sources of %s',
    (name, method) => {
      const answer = method.calculate(exampleOf(name), { explain: true });
      const sources = answer.ok ? (answer.output.explanation?.sources ?? []) : [];
      const cited = rowOf(name)[3] ?? '';

      // At least one source of the derivation stands in the table by its author and year.
      expect(
        sources.some((source) => isCited(source, cited)),
        `${cited} of ${sources}`,
      ).toBe(true);
    },
  );

  it('names every profile', () => {
    for (const { id, version } of builtInProfiles) {
      const inForce = findBuiltInProfile(id)?.version === version;
      expect(text).toContain(inForce ? `\`${id}\`` : `\`${id}@${version}\``);
    }
  });

  it("shows a company's profile that is one, and a figure that comes out", () => {
    const own = /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    expect(parseProfile(JSON.parse(own)).error).toBeUndefined();

    const wave = /wave\.json\n([\s\S]*?)\n\$/.exec(text)?.[1] ?? '';
    const profile = findBuiltInProfile('kcsi');
    expect(runCalc('composite-index', JSON.parse(wave), profile && { profile })).toMatchObject({
      output: { n: 2, index: 50 },
    });
  });
});
