/** Adds `notes` to the figures of a result; a result without a null needs none and has none. */
export function withNotes<Figures extends object>(
  figures: Figures,
  notes: readonly string[],
): Figures & { notes?: readonly string[] } {
  return notes.length === 0 ? figures : { ...figures, notes };
}
