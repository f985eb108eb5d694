import { SeededRandom } from '../../core/numerics/seeded-random.ts';
import { goldMatrix, goldPresent, goldRows } from './gold-data.ts';

export interface EcsiCase {
  origin: string;
  input: {
    columns: string[];
    rows: number[][];
    measurement: Record<string, string[]>;
    structural: [string, string][];
    itemScale: [number, number];
  };
}

const structural: [string, string][] = [
  ['Image', 'Expectation'],
  ['Expectation', 'Quality'],
  ['Expectation', 'Value'],
  ['Quality', 'Value'],
  ['Image', 'Satisfaction'],
  ['Expectation', 'Satisfaction'],
  ['Quality', 'Satisfaction'],
  ['Value', 'Satisfaction'],
  ['Satisfaction', 'Complaints'],
  ['Image', 'Loyalty'],
  ['Satisfaction', 'Loyalty'],
  ['Complaints', 'Loyalty'],
];

/** The ECSI model on 250 answers to 24 items: of a mobile operator where they are at hand, else made up. */
export function ecsiCase(): EcsiCase {
  return goldPresent ? mobileOperator() : madeUp();
}

function mobileOperator(): EcsiCase {
  const columns = Object.keys(goldRows('pls/mobi/mobi.csv')[0] ?? {});
  const measurement: Record<string, string[]> = {};
  for (const { source = '', target = '' } of goldRows('pls/mobi/measurement_model.csv')) {
    measurement[source] = [...(measurement[source] ?? []), target];
  }
  const rows = goldMatrix('pls/mobi/mobi.csv', columns);
  return {
    origin: 'mobi, 250 × 24',
    input: { columns, rows, measurement, structural, itemScale: [1, 10] },
  };
}

/** One satisfaction behind all answers, noise on each: the same shape and about the same correlations. */
function madeUp(): EcsiCase {
  const sizes = {
    Image: 5,
    Expectation: 3,
    Quality: 7,
    Value: 2,
    Satisfaction: 3,
    Complaints: 1,
    Loyalty: 3,
  };
  const measurement = Object.fromEntries(
    Object.entries(sizes).map(([name, size]) => [
      name,
      Array.from({ length: size }, (_, i) => `${name} ${i + 1}`),
    ]),
  );
  const columns = Object.values(measurement).flat();
  const random = new SeededRandom(250);
  const rows = Array.from({ length: 250 }, () => {
    const level = random.normal(7, 1.5);
    return columns.map(() => Math.max(1, Math.min(10, Math.round(random.normal(level, 1.8)))));
  });
  return {
    origin: 'synthetic, 250 × 24',
    input: { columns, rows, measurement, structural, itemScale: [1, 10] },
  };
}
