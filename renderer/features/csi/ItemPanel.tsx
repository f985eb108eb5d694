import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chartLinkOf } from '../../../core/charts/chart-link.ts';
import { itemScoresHeight, itemScoresOption } from '../../../core/charts/item-scores.option.ts';
import type { IndexDefinition, ItemPoint } from '../../../core/contract/csi.contract.ts';
import type { WaveRow } from '../../../core/contract/survey.contract.ts';
import { Chart } from '../../shared/chart/Chart.tsx';
import { useChartLook } from '../../shared/chart/use-chart-look.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { usePreference } from '../../shared/host/preferences.ts';
import { Panel } from '../../shared/ui/Panel.tsx';
import { ItemTable } from './ItemTable.tsx';
import { ViewSwitch } from './ViewSwitch.tsx';

interface ItemPanelProps {
  index: IndexDefinition;
  /** Set when one came here from the trail of an item. */
  highlightedItemId: number | null;
}

/** Every item of the index: what moved, and the way to its requirement and to who answered so. */
export function ItemPanel({ index, highlightedItemId }: ItemPanelProps) {
  const { t } = useTranslation();
  const { data: items = [] } = useHostQuery('csi.listItemPoints', { indexId: index.id });
  const { data: waves = [] } = useHostQuery('survey.listWaves', {});
  const [view, remember] = usePreference<string>('csi.itemView', 'chart');
  // An item one came for is looked for in the table, until another view is asked for.
  const [pointed, setPointed] = useState(highlightedItemId !== null);
  const shown = pointed ? 'table' : view;
  return (
    <Panel
      title={t('csi:panels.items')}
      actions={
        <ViewSwitch
          label={t('csi:panels.items')}
          view={shown}
          onChange={(next) => {
            setPointed(false);
            remember(next);
          }}
        />
      }
    >
      {shown === 'table' ? (
        <ItemTable
          items={items}
          waves={waves}
          indexId={index.id}
          highlightedItemId={highlightedItemId}
        />
      ) : (
        <ItemChart items={items} waves={waves} indexId={index.id} />
      )}
    </Panel>
  );
}

function ItemChart(props: { items: ItemPoint[]; waves: WaveRow[]; indexId: number }) {
  const { items, waves, indexId } = props;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { text, theme } = useChartLook();
  const option = useMemo(
    () =>
      itemScoresOption(
        items,
        waves.map(({ id, name }) => ({ waveId: id, waveName: name })),
        text,
        theme,
      ),
    [items, waves, text, theme],
  );
  return (
    <Chart
      key={items.length}
      option={option}
      label={t('csi:panels.items')}
      height={itemScoresHeight(items.length, theme)}
      onMarkClick={(click) => {
        const link = chartLinkOf(click.data);
        if (link?.to === 'item') {
          void navigate({
            to: '/responses',
            search: { waveId: link.waveId, itemId: link.itemId, indexId },
          });
        }
      }}
    />
  );
}
