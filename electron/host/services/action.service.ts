import type { ActionFilter, ActionRow } from '../../../core/contract/action.contract.ts';
import { AppError } from '../../../core/contract/app-error.ts';
import { completionAfter, dueState } from '../../../core/domain/action/action-due.ts';
import { selectActions } from '../../../core/domain/action/action-list.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  deleteAction,
  findAction,
  insertAction,
  listActions,
  type StoredAction,
  updateAction,
} from '../../../db/repositories/action.repository.ts';
import { findCsf } from '../../../db/repositories/csf.repository.ts';
import type { HandlersOf } from '../handlers.ts';
import { localToday } from '../local-date.ts';

export const actionHandlers: HandlersOf<'action'> = {
  'action.list': ({ session }, { filter }) => readActionRows(session.db, filter, localToday()),

  'action.create': (context, fields) =>
    context.edit(
      { label: 'action:undo.create', params: { title: fields.title } },
      ['action', 'csf'],
      async (trx) => {
        await refuseUnknownCsf(trx, fields.csfId);
        const id = await insertAction(trx, {
          ...fields,
          completedOn: completionAfter(null, fields.status, localToday()),
          createdAt: new Date().toISOString(),
        });
        return { id };
      },
    ),

  'action.update': async (context, { id, patch }) => {
    const { title } = await requireAction(context.session.db, id);
    await context.edit(
      { label: 'action:undo.update', params: { title: patch.title ?? title } },
      ['action', 'csf'],
      async (trx) => {
        const before = await requireAction(trx, id);
        const after = { ...before, ...definedOnly(patch) };
        if (after.csfId !== before.csfId) await refuseUnknownCsf(trx, after.csfId);
        const completedOn = completionAfter(before, after.status, localToday());
        if (isSame(before, { ...after, completedOn })) return;
        await updateAction(trx, id, { ...after, completedOn });
      },
    );
  },

  'action.remove': async (context, { id }) => {
    const { title } = await requireAction(context.session.db, id);
    await context.edit(
      { label: 'action:undo.remove', params: { title } },
      ['action', 'csf'],
      (trx) => deleteAction(trx, id),
    );
  },
};

/** Actions as they stand on `today`, the most urgent first. */
async function readActionRows(
  db: WorkspaceDb,
  filter: ActionFilter,
  today: string,
): Promise<ActionRow[]> {
  const actions = await listActions(db);
  return selectActions(
    actions.map((action) => ({ ...action, ...dueState(action, today) })),
    filter,
  );
}

async function requireAction(db: WorkspaceDb, id: number): Promise<StoredAction> {
  const action = await findAction(db, id);
  if (action === null) throw new AppError('action.notFound');
  return action;
}

async function refuseUnknownCsf(db: WorkspaceDb, csfId: number | null): Promise<void> {
  if (csfId !== null && (await findCsf(db, csfId)) === null) throw new AppError('csf.notFound');
}

function definedOnly<T extends object>(
  patch: T,
): { [Field in keyof T]?: Exclude<T[Field], undefined> } {
  const entries = Object.entries(patch).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Field in keyof T]?: Exclude<T[Field], undefined> };
}

function isSame(before: StoredAction, after: StoredAction): boolean {
  return Object.entries(before).every(([field, value]) => Reflect.get(after, field) === value);
}
