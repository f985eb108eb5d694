/**
 * Mean d₂ and standard deviation d₃ of the range of n independent standard normals: the mean range of
 * groups of n estimates d₂·σ, its scatter d₃·σ.
 *
 * Source: L. H. C. Tippett, "On the Extreme Individuals and the Range of Samples Taken from a Normal
 * Population", Biometrika 17, 1925, 364–387:
 *   d₂ = ∫ 1 − Φ(x)ⁿ − (1 − Φ(x))ⁿ dx,
 *   d₃² = 2·∫₀^∞ w·(1 − F(w)) dw − d₂² with F(w) = n·∫ φ(x)·(Φ(x + w) − Φ(x))ⁿ⁻¹ dx.
 * Printed tables keep three digits (d₂(5) = 2.326); these are the integrals themselves to the precision
 * of a double, integrated with 30 digits. The tests integrate them again. d₂(2) = 2/√π.
 */
const constants: readonly (readonly [d2: number, d3: number])[] = [
  [1.1283791670955126, 0.8525024664274217],
  [1.692568750643269, 0.8883680040452046],
  [2.058750746007928, 0.8798082028249833],
  [2.325928947281039, 0.8640819410995041],
  [2.534412721222943, 0.8480396861174953],
  [2.704356751213809, 0.8332053356222937],
  [2.8472006120905555, 0.819831489791944],
  [2.970026324418474, 0.8078342745533225],
  [3.077505461670346, 0.7970506735194112],
  [3.1728727038160005, 0.7873146205503282],
  [3.258455279743826, 0.7784783412033844],
  [3.335980354098255, 0.7704162020637548],
  [3.406763108199953, 0.7630230956247903],
  [3.471826889882075, 0.7562114297279439],
  [3.531982786109576, 0.7499080894099159],
  [3.5878839617653817, 0.7440517839607315],
  [3.6400637579374444, 0.7385908533781778],
  [3.6889630232076493, 0.7334814955188684],
  [3.734950119596641, 0.7286863457073052],
  [3.778335829842621, 0.724173340717499],
  [3.8193846433628327, 0.7199148084342234],
  [3.858323423285007, 0.7158867354918144],
  [3.8953481484513564, 0.7120681751479372],
  [3.930629219507113, 0.708440765888655],
];

export const smallestRangeGroup = 2;
export const largestRangeGroup = 25;

/** For groups of n values, 2 ≤ n ≤ 25; throws RangeError for any other n. */
export function rangeConstants(n: number): { d2: number; d3: number } {
  const entry = constants[n - smallestRangeGroup];
  if (entry === undefined) throw new RangeError(`no range constants for groups of ${n}`);
  return { d2: entry[0], d3: entry[1] };
}
