import { type ClipboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../../core/contract/app-error.ts';
import type { VocListRow, VocSort } from '../../../core/contract/voc.contract.ts';
import { copyText } from '../../shared/grid/copy-text.ts';
import { rowsFromTsv } from '../../shared/grid/tsv.ts';
import { host } from '../../shared/host/host-client.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import type { VocPatch } from './grid/cell-edit.ts';
import { mostPastedRows, type PastePlan, pastePlan } from './grid/paste-plan.ts';
import type { RowStore } from './grid/row-store.ts';
import type { GridSpot } from './grid/VocGrid.tsx';
import type { PickedRequirement } from './RequirementPicker.tsx';
import type { VocColumn } from './voc-columns.tsx';
import { copiedBlock, rowsOfTarget } from './voc-copy.ts';
import type { VocTarget, VocTicks } from './voc-selection.ts';
import {
  type BulkOutcome,
  changeTarget,
  deriveFromTarget,
  linkTarget,
  removeTarget,
} from './voc-target.ts';

interface VocActionsOptions {
  ticks: VocTicks;
  store: RowStore;
  sort: VocSort;
  columns: readonly VocColumn[];
}

export interface VocActions {
  remove: () => void;
  copy: (withHeaders: boolean) => void;
  /** What the list's own field copies: the ticked rows, or the active cell. */
  copyFrom: (event: ClipboardEvent, spot: GridSpot) => void;
  paste: (event: ClipboardEvent, spot: GridSpot) => void;
  link: (target: VocTarget, picked: PickedRequirement) => void;
  change: (patch: VocPatch) => void;
  write: (spot: GridSpot, patch: VocPatch, toAllTicked: boolean) => void;
  /** The active cell's value into the same column of all ticked rows. */
  fill: (spot: GridSpot) => void;
  tickRange: (from: number, to: number) => void;
  tickAll: () => void;
  /** A block that waits to be looked at before it is pasted. */
  plan: PastePlan | null;
  closePlan: () => void;
  applyPlan: (plan: PastePlan) => void;
}

/** What one does with the ticked VOC, or with the one being read. Each is one step to undo. */
export function useVocActions({ ticks, store, sort, columns }: VocActionsOptions): VocActions {
  const { t } = useTranslation();
  const [plan, setPlan] = useState<PastePlan | null>(null);
  return useMemo<VocActions>(() => {
    const guarded = (work: Promise<void>) => void work.catch(notifyError);
    const withTarget = (work: (target: VocTarget) => Promise<void>) => {
      const target = ticks.target();
      if (target !== null) guarded(work(target));
    };
    /** A job tells of its end itself, in the list of jobs. */
    const tell = (outcome: BulkOutcome, key: string, params: Record<string, string> = {}) =>
      'done' in outcome
        ? notifyDone(t(key, { count: outcome.done, ...params }))
        : notifyDone(t('voc:done.started', { shown: outcome.started.toLocaleString() }));
    const remove = async (target: VocTarget) => {
      tell(await removeTarget(target), 'voc:done.removed');
      ticks.clear();
    };
    const copyRows = async (target: VocTarget, withHeaders: boolean) => {
      const rows = await rowsOfTarget(target, store, sort);
      const { text, html } = copiedBlock(rows, columns, withHeaders);
      await copyText(text, html).then(
        () => notifyDone(t('app:clipboard.rows', { rows: rows.length })),
        () => notifyError(new AppError('app.clipboardRefused')),
      );
    };
    const link = async (target: VocTarget, picked: PickedRequirement) => {
      if ('newName' in picked) {
        const { newName: name } = picked;
        tell(await deriveFromTarget(target, name), 'voc:done.derived', { name });
        return;
      }
      const { id, name } = picked;
      const outcome = await linkTarget(target, id);
      const isNothing = 'done' in outcome && outcome.done === 0;
      tell(outcome, isNothing ? 'voc:done.alreadyLinked' : 'voc:done.linked', { name });
    };
    const change = async (target: VocTarget, patch: VocPatch) =>
      tell(await changeTarget(target, patch), 'voc:done.changed');
    const writeCell = async (id: number, patch: VocPatch) => {
      store.patch(new Set([id]), patch);
      await host.call('voc.update', { ids: [id], patch }).catch((error: unknown) => {
        store.refresh();
        throw error;
      });
    };
    const write = (spot: GridSpot, patch: VocPatch, toAllTicked: boolean) => {
      const target = ticks.target();
      if (toAllTicked && ticks.count() > 0 && target !== null) {
        guarded(change(target, patch));
      } else if (spot.voc !== undefined) {
        const refusal = spot.column?.edit?.refusal?.(spot.voc, patch) ?? null;
        if (refusal !== null) notifyError(refusal);
        else guarded(writeCell(spot.voc.id, patch));
      }
    };
    const applyPlan = async ({ changes }: PastePlan) => {
      const { changed } = await host.call('cell.change', { cause: 'paste', changes });
      notifyDone(t('voc:done.changed', { count: changed }));
    };
    const paste = async (text: string, spot: GridSpot) => {
      const block = rowsFromTsv(text);
      if (block.length > mostPastedRows) {
        throw new AppError('voc.tooManyToPaste', { most: mostPastedRows });
      }
      const [only] = block.length === 1 && block[0]?.length === 1 ? (block[0] ?? []) : [];
      const parsed = only === undefined ? undefined : spot.column?.edit?.parse(only);
      if (parsed !== undefined && 'patch' in parsed) {
        // One value goes into the cell, or into all that are ticked, as in a spreadsheet.
        write(spot, parsed.patch, true);
        return;
      }
      const from = spot.columns.findIndex(({ id }) => id === spot.column?.id);
      const rows = await rowsFrom(store, spot.row, block.length);
      setPlan(pastePlan(block, rows, spot.columns.slice(Math.max(0, from)), wordsForRefusal));
    };
    return {
      plan,
      closePlan: () => setPlan(null),
      applyPlan: (planned) => {
        setPlan(null);
        guarded(applyPlan(planned));
      },
      remove: () => withTarget(remove),
      copy: (withHeaders) => withTarget((target) => copyRows(target, withHeaders)),
      copyFrom: (event, spot) => {
        event.preventDefault();
        if (ticks.count() > 0) withTarget((target) => copyRows(target, false));
        else if (spot.voc !== undefined && spot.column !== undefined) {
          event.clipboardData.setData('text/plain', spot.column.text(spot.voc));
          notifyDone(t('voc:done.cellCopied', { field: spot.column.header }));
        }
      },
      paste: (event, spot) => {
        event.preventDefault();
        const text = event.clipboardData.getData('text/plain');
        if (text !== '') guarded(paste(text, spot));
      },
      link: (target, picked) => guarded(link(target, picked)),
      change: (patch) => withTarget((target) => change(target, patch)),
      write,
      fill: ({ voc, column }) => {
        if (voc === undefined || column?.edit === undefined || ticks.count() === 0) return;
        const parsed = column.edit.parse(column.edit.value(voc));
        if ('patch' in parsed) withTarget((target) => change(target, parsed.patch));
      },
      tickRange: (from, to) => guarded(tickRange(from, to)),
      tickAll: () => {
        const { total } = store.state();
        if (total !== null && store.query !== null) ticks.tickAll(store.query.filter, total);
      },
    };

    async function tickRange(from: number, to: number): Promise<void> {
      const [first, last] = [Math.min(from, to), Math.max(from, to)];
      if (last - first >= mostTickedByRange) {
        throw new AppError('voc.rangeTooLong', { most: mostTickedByRange });
      }
      ticks.add((await rowsFrom(store, first, last - first + 1)).map(({ id }) => id));
    }
  }, [ticks, store, sort, columns, plan, t]);
}

function wordsForRefusal(refusal: AppError): string {
  return wordsForError(refusal.toPayload());
}

/** More are ticked by a filter and Ctrl+A. */
const mostTickedByRange = 20_000;
const largestPage = 1000;

/** Rows of the list from one on, also those that are not held. */
async function rowsFrom(store: RowStore, first: number, count: number): Promise<VocListRow[]> {
  const held = Array.from({ length: count }, (_, step) => store.rowAt(first + step));
  if (held.every((row) => row !== undefined)) return held;
  const { query } = store;
  if (query === null) return [];
  const rows: VocListRow[] = [];
  for (let offset = first; offset < first + count; offset += largestPage) {
    const limit = Math.min(largestPage, first + count - offset);
    const page = await host.call('voc.listPage', { ...query, offset, limit });
    rows.push(...page.rows);
    if (page.rows.length < limit) break;
  }
  return rows;
}
