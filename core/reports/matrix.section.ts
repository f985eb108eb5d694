import type { HouseView } from '../contract/house.contract.ts';
import { houseFigures } from '../domain/house/house-figures.ts';
import { howScores } from '../domain/house/house-matrix.ts';
import { figureOptionsOf, modelOfView } from '../domain/house/house-of-view.ts';
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
  const figures = houseFigures(modelOfView(house), figureOptionsOf(house));
  const scores = howScores(
    house.hows.map(({ howId }) => howId),
    figures,
  );
  const whats = house.whats.map(({ code, number, name, importance, vocCount }, place) => ({
    code: code === '' ? number : code,
    name,
    importance,
    weight: figures.whats.absolute[place] ?? importance,
    vocCount,
  }));
  const isNormalized = house.normalization === 'lyman';
  return {
    type: 'matrix',
    title: house.name,
    whats,
    hows: house.hows.map((how) => ({
      name: how.name,
      direction: directionSign(how.direction),
      unit: how.unit,
      targetValue: how.targetValue,
      chosen: how.csfId !== null,
      ...(scores.get(how.howId) ?? { absolute: 0, relative: null, rank: 1 }),
    })),
    strengths: house.relations.map((row) => [...row]),
    levels: house.scale.levels.map((level) => ({ ...level })),
    hasWeights: whats.some(({ importance, weight }) => importance !== weight),
    isNormalized,
    labels: matrixLabels(house, words),
    source: sourceOf(house, words),
  };
}

/** How the weights came about, as this house computes them. */
function sourceOf(house: HouseView, words: ReportWords): string {
  const isWeighted = house.weighting === 'plan' || house.kanoAdjusted;
  const plain = isWeighted ? 'matrix.sourceWeighted' : 'matrix.source';
  const parts = [
    words.say(house.normalization === 'lyman' ? 'matrix.sourceLyman' : plain),
    ...(house.weighting === 'plan' ? [words.say('matrix.sourcePlan')] : []),
    ...(house.kanoAdjusted ? [words.say('matrix.sourceKano')] : []),
  ];
  return parts.join(' ');
}

function matrixLabels({ scale }: HouseView, words: ReportWords): MatrixLabels {
  const label = (key: string) => words.say(`matrix.labels.${key}`);
  return {
    what: label('what'),
    importance: label('importance'),
    weight: label('weight'),
    share: label('share'),
    vocCount: label('vocCount'),
    absolute: label('absolute'),
    relative: label('relative'),
    rank: label('rank'),
    direction: label('direction'),
    target: label('target'),
    chosen: label('chosen'),
    legend: [
      scale.levels.map(({ symbol, value }) => `${symbol} ${value}`).join(' · '),
      label('legend'),
    ].join(' · '),
  };
}
