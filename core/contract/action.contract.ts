import { z } from 'zod';
import { dateSchema, idSchema, nameSchema, noteSchema } from './common.schema.ts';
import { edit, read } from './method.ts';

/** 계획 · 진행 · 보류 · 완료 · 취소 */
export const actionStatuses = ['planned', 'inProgress', 'onHold', 'done', 'cancelled'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

const actionFields = {
  title: nameSchema,
  description: noteSchema,
  csfId: idSchema.nullable(),
  owner: z.string().trim().max(200),
  department: z.string().trim().max(200),
  dueDate: dateSchema.nullable(),
  status: z.enum(actionStatuses),
  expectedEffect: noteSchema,
};

export const actionFieldsSchema = z.object({
  ...actionFields,
  description: actionFields.description.default(''),
  csfId: actionFields.csfId.default(null),
  owner: actionFields.owner.default(''),
  department: actionFields.department.default(''),
  dueDate: actionFields.dueDate.default(null),
  status: actionFields.status.default('planned'),
  expectedEffect: actionFields.expectedEffect.default(''),
});

// Without defaults, so that a patch leaves alone what it does not name.
export const actionPatchSchema = z.object(actionFields).partial();
export type ActionFields = z.infer<typeof actionFieldsSchema>;

export const actionFilterSchema = z.object({
  statuses: z.array(z.enum(actionStatuses)).optional(),
  csfId: idSchema.optional(),
  overdueOnly: z.boolean().optional(),
  search: z.string().max(200).optional(),
});
export type ActionFilter = z.infer<typeof actionFilterSchema>;

export interface ActionRow extends ActionFields {
  id: number;
  csfName: string | null;
  /** Open (neither done nor cancelled) with a due date before today. */
  overdue: boolean;
  /** Whole days from today to the due date; negative when past. */
  daysLeft: number | null;
  completedOn: string | null;
  createdAt: string;
}

export const actionContract = {
  'action.list': read<ActionRow[]>()(z.object({ filter: actionFilterSchema.default({}) }), [
    'action',
    'csf',
    'house',
  ]),
  'action.create': edit<{ id: number }>()(actionFieldsSchema),
  'action.update': edit<void>()(z.object({ id: idSchema, patch: actionPatchSchema })),
  'action.remove': edit<void>()(z.object({ id: idSchema })),
};
