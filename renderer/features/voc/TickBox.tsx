import type { ICellRendererParams, IHeaderParams } from 'ag-grid-community';
import { useTranslation } from 'react-i18next';
import type { VocRow } from '../../../core/contract/voc.contract.ts';
import type { VocGridContext } from './voc-columns.tsx';
import { useIsActive, useIsTicked, useTickedIds } from './voc-selection.ts';

/** The tick in front of a row. It never takes the focus: Space ticks the row one is on. */
export function TickBox({
  data,
  node,
  context,
}: ICellRendererParams<VocRow, unknown, VocGridContext>) {
  const { t } = useTranslation();
  const ticked = useIsTicked(context.selection, data?.id ?? 0);
  const active = useIsActive(context.selection, data?.id ?? 0);
  if (data === undefined) return null;
  return (
    <input
      type="checkbox"
      tabIndex={-1}
      checked={ticked}
      data-active={active || undefined}
      aria-label={t('voc:list.tick')}
      onMouseDown={(event) => event.preventDefault()}
      onChange={(event) => {
        const extend = 'shiftKey' in event.nativeEvent && event.nativeEvent.shiftKey === true;
        context.tick({ id: data.id, index: node.rowIndex ?? 0 }, extend);
      }}
    />
  );
}

/** Ticks all that match the filter, loaded or not. */
export function TickAll({ context }: IHeaderParams<VocRow, VocGridContext>) {
  const { t } = useTranslation();
  const count = useTickedIds(context.selection).length;
  const all = count > 0 && count >= context.total();
  return (
    <input
      type="checkbox"
      checked={all}
      ref={(box) => {
        if (box !== null) box.indeterminate = count > 0 && !all;
      }}
      aria-label={t('voc:list.tickAll')}
      onChange={() => (all ? context.selection.clear() : context.tickAll())}
    />
  );
}
