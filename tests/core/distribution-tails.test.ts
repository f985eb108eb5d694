import { describe, expect, it } from 'vitest';
import { chiSquareUpperTail } from '../../core/numerics/chi-square-distribution.ts';
import { fUpperTail } from '../../core/numerics/f-distribution.ts';
import { normalTwoSidedP } from '../../core/numerics/normal.ts';
import { studentTQuantile, studentTTwoSidedP } from '../../core/numerics/student-t.ts';

/**
 * The reference figures were computed with mpmath 1.3 at 40 to 60 decimal digits from the defining
 * integrals, the arguments being taken as the doubles that stand here: two-sided Student t and upper F
 * as regularised incomplete beta functions, chi-square as a regularised upper incomplete gamma function,
 * the normal as erfc; quantiles by Newton's method on those.
 */
const studentT: readonly (readonly [t: number, df: number, p: number])[] = [
  [1e-8, 1, 0.99999999363380232],
  [0.5, 1, 0.70483276469913347],
  [50, 1, 0.012730698201945593],
  [1000000, 1, 6.3661977236736911e-7],
  [0.3, 0.5, 0.84485915213049079],
  [1e-8, 1.5, 0.99999999318530042],
  [1000, 1.5, 2.3848945646787014e-5],
  [3, 2, 0.095465966266709126],
  [1000000, 2, 9.9999999999849991e-13],
  [1.959963984540054, 4, 0.1215596597871984],
  [7.2, 5.7, 4.5707637981462712e-4],
  [50, 10, 2.47431032930268e-13],
  [2.5, 14.103569122760337, 0.02536028640554442],
  [15, 17, 3.096151347987445e-11],
  [8, 29, 8.0125756496317027e-9],
  [9, 193, 2.1450003975909066e-16],
  [7.3, 193, 7.3272327355496855e-12],
  [7, 100, 2.9835666036092025e-10],
  [50, 100, 1.4472163679761389e-72],
  [40, 999, 1.2426421196271424e-209],
  [20, 1000, 4.0622884995247713e-75],
  [7.1, 12345.678, 1.315919634269821e-12],
  [7.2, 1000000, 6.0254574103540544e-13],
  [20, 9300000, 5.5311044562663464e-89],
  [1.959963984540054, 1000000000000, 0.050000000000277316],
  [7.3, 100000000, 2.8776984671344543e-13],
  [21, 10000000000, 6.5585880703538935e-98],
];

const fRatio: readonly (readonly [f: number, df1: number, df2: number, p: number])[] = [
  [1e-6, 1, 1, 0.99936338043983886],
  [0.1, 1, 1, 0.80501777095786331],
  [1e-9, 1, 1, 0.99997986831516494],
  [10000, 1, 2, 9.9985002499562581e-5],
  [2, 2, 27, 0.15489162975053444],
  [100, 2, 27, 3.2889838733331045e-13],
  [30, 2, 17.128418616644133, 2.531124761020611e-6],
  [60, 2, 17.128418616644133, 1.8323395809228608e-8],
  [0.9, 3, 5.3, 0.4999242341435568],
  [40, 3, 10, 7.0531546840015433e-6],
  [3, 3, 1000, 0.029770456705077566],
  [20, 7.5, 27, 2.5680904412466347e-9],
  [10, 20, 100, 4.9878431338288692e-16],
  [8, 8, 1800, 1.2019015226049697e-10],
  [3, 8, 1800, 2.3993861550452413e-3],
  [3, 50, 100000, 6.4829155682707414e-12],
  [5, 20, 1000000, 1.2617382269351549e-12],
  [20, 20, 1000000, 2.1200409358653783e-72],
  [2, 100, 10000, 1.5289808821901283e-8],
  [10000, 100, 2, 9.9994900176795319e-5],
  [30, 19, 3.2, 6.4944744108670861e-3],
];

const chiSquare: readonly (readonly [x: number, df: number, p: number])[] = [
  [0.2, 1, 0.65472084601857705],
  [60, 1, 9.4857375710738478e-15],
  [50, 1, 1.5374597944280349e-12],
  [460, 2, 1.2949981925089835e-100],
  [20, 2, 4.5399929762484854e-5],
  [60, 3, 5.8782307279069123e-13],
  [60, 4, 2.9008631203404541e-12],
  [100, 9, 1.5735176303753944e-17],
  [200, 40, 3.7648935760014749e-23],
  [500, 100, 1.7201210053695373e-54],
  [2000, 1000, 4.1436785914549916e-69],
  [1000, 1000, 0.49405285382923964],
  [110000.00000000001, 100000, 2.5841772471779244e-104],
  [1010606.6017177983, 1000000, 3.8861880499984037e-14],
  [9995527.864045, 10000000, 0.8413447541368384],
];

const normal: readonly (readonly [z: number, p: number])[] = [
  [0.1, 0.92034432544594202],
  [1.96, 0.04999579029644087],
  [2.5, 0.01241933065155227],
  [5, 5.7330314375838782e-7],
  [7.13, 1.0036892735392906e-12],
  [7.2, 6.0212559622348668e-13],
  [10, 1.5239706048321051e-23],
  [21.3, 1.1352112324270966e-100],
  [36, 8.3652481315945661e-284],
  [37, 1.1451142445049154e-299],
];

const studentTQuantiles: readonly (readonly [p: number, df: number, t: number])[] = [
  [0.975, 1, 12.706204736174694],
  [0.975, 1.2, 8.6488265107488669],
  [0.995, 2, 9.9248432009182892],
  [0.6, 3, 0.27667066233268983],
  [0.975, 5, 2.5705818356363146],
  [0.025, 10, -2.2281388519862748],
  [0.975, 14.103569122760337, 2.1433100049556328],
  [0.9999, 29, 4.2538941184323198],
  [0.999999, 60, 5.2635548546448137],
  [0.975, 193, 1.9723316757957496],
  [1e-10, 4, -416.17514032960412],
  [1e-6, 1.5, -5.2194693247069463e3],
  [0.95, 1000, 1.6463788172854643],
  [0.975, 100000, 1.9599877075346093],
  [0.975, 1000000, 1.9599663568141066],
  [0.975, 100000000, 1.9599640082627665],
  [0.5001, 7.7, 2.5891161722498603e-4],
];

function relativeError(actual: number, reference: number): number {
  return Math.abs(actual - reference) / Math.abs(reference);
}

describe('the tails of the distributions keep their digits', () => {
  it.each(studentT)('Student t › |T| ≥ %d with %d degrees of freedom', (t, df, p) => {
    expect(relativeError(studentTTwoSidedP(t, df), p)).toBeLessThan(1e-12);
    expect(studentTTwoSidedP(-t, df)).toBe(studentTTwoSidedP(t, df));
  });

  it.each(fRatio)('F › F ≥ %d with %d and %d degrees of freedom', (f, df1, df2, p) => {
    expect(relativeError(fUpperTail(f, df1, df2), p)).toBeLessThan(1e-10);
  });

  it.each(chiSquare)('chi-square › χ² ≥ %d with %d degrees of freedom', (x, df, p) => {
    expect(relativeError(chiSquareUpperTail(x, df), p)).toBeLessThan(1e-12);
  });

  it.each(normal)('normal › |Z| ≥ %d', (z, p) => {
    expect(relativeError(normalTwoSidedP(z), p)).toBeLessThan(1e-12);
    expect(normalTwoSidedP(-z)).toBe(normalTwoSidedP(z));
  });

  it.each(studentTQuantiles)('Student t › quantile %d with %d degrees of freedom', (p, df, t) => {
    expect(relativeError(studentTQuantile(p, df), t)).toBeLessThan(1e-12);
  });
});

describe('the distributions agree with one another', () => {
  it.each([
    [0.7, 3],
    [2.5, 11],
    [9, 60],
    [7, 1_000_000],
  ])('t² is an F with one degree of freedom above: t = %d, df = %d', (t, df) => {
    expect(relativeError(fUpperTail(t * t, 1, df), studentTTwoSidedP(t, df))).toBeLessThan(1e-10);
  });

  it.each([0.3, 1.96, 5, 9])('z² is a chi-square with one degree of freedom: z = %d', (z) => {
    expect(relativeError(chiSquareUpperTail(z * z, 1), normalTwoSidedP(z))).toBeLessThan(1e-12);
  });

  it('nothing is impossible at 0, and everything is at the end', () => {
    expect(studentTTwoSidedP(0, 5)).toBe(1);
    expect(fUpperTail(0, 2, 5)).toBe(1);
    expect(chiSquareUpperTail(0, 3)).toBe(1);
    expect(normalTwoSidedP(0)).toBe(1);
    expect(studentTTwoSidedP(Number.MAX_VALUE, 5)).toBe(0);
    expect(fUpperTail(Number.MAX_VALUE, 2, 5)).toBeLessThan(1e-300);
    expect(chiSquareUpperTail(1e308, 3)).toBe(0);
    expect(normalTwoSidedP(1e308)).toBe(0);
  });
});
