import { z } from 'zod';
import { idSchema, nothing } from './common.schema.ts';
import { edit, read } from './method.ts';
import { vocFilterSchema, vocSortSchema } from './voc.contract.ts';

/** One column of a list as somebody arranged it; the order of the list is the order on screen. */
export const viewColumnSchema = z.object({
  /** A field of a VOC, or `extra:<fieldId>` for an imported column. */
  id: z.string().min(1).max(60),
  /** In px. */
  width: z.number().int().min(20).max(2000),
  hidden: z.boolean(),
});
export type ViewColumn = z.infer<typeof viewColumnSchema>;

const viewParts = {
  filter: vocFilterSchema,
  sort: vocSortSchema,
  columns: z.array(viewColumnSchema).max(200),
};
const viewName = z.string().trim().min(1).max(60);

export interface SavedView extends z.infer<z.ZodObject<typeof viewParts>> {
  id: number;
  name: string;
}

/** The VOC list as a team wants to see it again: what is in it, in which order, with which columns. */
export const viewContract = {
  /** In the order of the menu; the first nine have a shortcut each. */
  'view.list': read<SavedView[]>()(nothing, ['setting']),
  /** A new view at the end of the menu. Refused when the name is taken. */
  'view.save': edit<{ id: number }>()(z.object({ name: viewName, ...viewParts })),
  'view.rename': edit<void>()(z.object({ id: idSchema, name: viewName })),
  /** The view is from now on what stands on the screen. */
  'view.update': edit<void>()(z.object({ id: idSchema, ...viewParts })),
  'view.remove': edit<void>()(z.object({ id: idSchema })),
  /** To this place in the menu, from 0; a place past the end is the last. */
  'view.move': edit<void>()(z.object({ id: idSchema, position: z.number().int().min(0) })),
};
