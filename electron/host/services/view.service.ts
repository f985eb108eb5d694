import { z } from 'zod';
import { AppError } from '../../../core/contract/app-error.ts';
import { type SavedView, viewColumnSchema } from '../../../core/contract/view.contract.ts';
import { vocFilterSchema, vocSortSchema } from '../../../core/contract/voc.contract.ts';
import type { WorkspaceDb } from '../../../db/connection.ts';
import {
  deleteView,
  findViewByName,
  findViewName,
  insertView,
  listStoredViews,
  orderViews,
  renameView,
  replaceView,
  type StoredView,
} from '../../../db/repositories/view.repository.ts';
import type { HandlersOf } from '../handlers.ts';

export const viewHandlers: HandlersOf<'view'> = {
  'view.list': async ({ session }) => (await listStoredViews(session.db)).map(readView),

  'view.save': (context, { name, ...parts }) =>
    context.edit({ label: 'view:undo.save', params: { name } }, ['setting'], async (trx) => {
      await refuseTakenName(trx, name, null);
      return { id: await insertView(trx, name, parts, new Date().toISOString()) };
    }),

  'view.rename': async (context, { id, name }) => {
    const known = await nameOf(context.session.db, id);
    if (known === name) return;
    const step = { label: 'view:undo.rename', params: { name: known } };
    await context.edit(step, ['setting'], async (trx) => {
      await refuseTakenName(trx, name, id);
      await renameView(trx, id, name);
    });
  },

  'view.update': async (context, { id, ...parts }) => {
    const name = await nameOf(context.session.db, id);
    await context.edit({ label: 'view:undo.update', params: { name } }, ['setting'], (trx) =>
      replaceView(trx, id, parts),
    );
  },

  'view.remove': async (context, { id }) => {
    const name = await nameOf(context.session.db, id);
    await context.edit({ label: 'view:undo.remove', params: { name } }, ['setting'], (trx) =>
      deleteView(trx, id),
    );
  },

  'view.move': async (context, { id, position }) => {
    const name = await nameOf(context.session.db, id);
    await context.edit({ label: 'view:undo.move', params: { name } }, ['setting'], async (trx) => {
      const others = (await listStoredViews(trx)).flatMap((view) =>
        view.id === id ? [] : [view.id],
      );
      await orderViews(trx, others.toSpliced(position, 0, id));
    });
  },
};

/** What a file from elsewhere may hold beyond our schemas is left out; the view still opens. */
function readView({ id, name, filter, sort, columns }: StoredView): SavedView {
  return {
    id,
    name,
    filter: vocFilterSchema.catch({}).parse(parsedJson(filter)),
    sort: vocSortSchema.catch({ field: 'receivedAt', direction: 'desc' }).parse(parsedJson(sort)),
    columns: z.array(viewColumnSchema).catch([]).parse(parsedJson(columns)),
  };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function nameOf(db: WorkspaceDb, id: number): Promise<string> {
  const name = await findViewName(db, id);
  if (name === null) throw new AppError('view.unknown');
  return name;
}

async function refuseTakenName(db: WorkspaceDb, name: string, owner: number | null): Promise<void> {
  const taken = await findViewByName(db, name);
  if (taken !== null && taken !== owner) throw new AppError('view.nameTaken', { name }, 'name');
}
