import type { HouseView } from '../contract/house.contract.ts';
import { scoreHows } from '../domain/house/house-matrix.ts';
import { missing } from './report-blocks.ts';
import type { ReportData } from './report-data.ts';
import type { MatrixBlock, MatrixLabels, ReportBlock, ReportSection } from './report-document.ts';
import { directionSign, type ReportWords } from './report-words.ts';

/** One section per house, lying on its side; one that says what is missing when there is none. */
export function matrixSections(data: ReportData, words: ReportWords): ReportSection[] {
  if (data.houses.length === 0) {
    return [
      section('matrix', words.say('matrix.title'), words.say('sheets.matrix'), [
        missing(words.say('missing.house')),
      ]),
    ];
  }
  return data.houses.map((house, index) => {
    const sheet = words.say('sheets.matrix');
    return section(
      `matrix-${house.id}`,
      words.say('matrix.titleOf', { house: house.name }),
      index === 0 ? sheet : `${sheet} ${index + 1}`,
      houseBlocks(house, words),
    );
  });
}

function section(id: string, title: string, sheet: string, blocks: ReportBlock[]): ReportSection {
  const empty = blocks.every((block) => block.type === 'note');
  return {
    id,
    title,
    sheet,
    level: 1,
    orientation: empty ? 'portrait' : 'landscape',
    blocks,
  };
}

function houseBlocks(house: HouseView, words: ReportWords): ReportBlock[] {
  if (house.whats.length === 0 || house.hows.length === 0) {
    return [missing(words.say('missing.houseSides', { house: house.name }))];
  }
  const block = matrixBlock(house, words);
  const empty = block.hows.every((how) => how.relative === null);
  return empty ? [block, missing(words.say('missing.relations'))] : [block];
}

function matrixBlock(house: HouseView, words: ReportWords): MatrixBlock {
  const scores = scoreHows(house);
  return {
    type: 'matrix',
    title: house.name,
    whats: house.whats.map(({ code, name, importance, vocCount }) => ({
      code,
      name,
      importance,
      vocCount,
    })),
    hows: house.hows.map((how) => ({
      name: how.name,
      direction: directionSign(how.direction),
      unit: how.unit,
      targetValue: how.targetValue,
      chosen: how.csfId !== null,
      ...(scores.get(how.howId) ?? { absolute: 0, relative: null, rank: 1 }),
    })),
    strengths: house.relations.map((row) => [...row]),
    labels: matrixLabels(words),
    source: words.say('matrix.source'),
  };
}

function matrixLabels(words: ReportWords): MatrixLabels {
  const label = (key: string) => words.say(`matrix.labels.${key}`);
  return {
    what: label('what'),
    importance: label('importance'),
    vocCount: label('vocCount'),
    absolute: label('absolute'),
    relative: label('relative'),
    rank: label('rank'),
    direction: label('direction'),
    target: label('target'),
    chosen: label('chosen'),
    legend: label('legend'),
  };
}
