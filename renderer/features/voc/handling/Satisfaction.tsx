import { Group, Rating, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VocDetail } from '../../../../core/contract/voc.contract.ts';
import { useHostMutation } from '../../../shared/host/host-queries.ts';

/** The customer's verdict on the handling; the same star again takes it back. */
export function Satisfaction({ voc }: { voc: VocDetail }) {
  const { t } = useTranslation();
  const record = useHostMutation('handling.recordSatisfaction');
  const value = voc.handlingSatisfaction ?? 0;
  const label = t('handling:pane.satisfaction');
  return (
    <div>
      <Text size="xs" fw={500}>
        {label}
      </Text>
      <Group gap={8} mt={2}>
        <Rating
          aria-label={label}
          value={value}
          allowClear
          getSymbolLabel={(stars) =>
            stars === 0
              ? t('handling:pane.satisfactionClear')
              : t(`handling:satisfactions.${stars}`)
          }
          onChange={(stars) =>
            record.mutate({ id: voc.id, satisfaction: stars === 0 ? null : stars })
          }
        />
        <Text size="xs" c="dimmed">
          {value === 0 ? '' : t(`handling:satisfactions.${value}`)}
        </Text>
      </Group>
    </div>
  );
}
