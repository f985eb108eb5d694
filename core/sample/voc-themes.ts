import type { VocTheme } from './voc-theme.ts';
import { complaintThemes } from './voc-themes-complaint.ts';
import { otherThemes } from './voc-themes-other.ts';

export const vocThemes: readonly VocTheme[] = [...complaintThemes, ...otherThemes];
