/** The tint of a cell that holds `share` (0–1) of the most: text stays readable on all of them. */
export function heatShade(share: number): { background: string } {
  const percent = Math.round(8 + 37 * Math.min(1, Math.max(0, share)));
  return { background: `color-mix(in srgb, var(--csm-accent) ${percent}%, var(--csm-surface))` };
}
