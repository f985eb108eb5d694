import {
  ActionIcon,
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Table,
  Tooltip,
} from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DueRuleRow } from '../../../../core/contract/handling.contract.ts';
import { vocChannels, vocKinds } from '../../../../core/contract/voc.contract.ts';
import { useHostMutation } from '../../../shared/host/host-queries.ts';
import { RuleName } from './RuleName.tsx';

/** The rules in the order in which they are tried; every change is saved at once. */
export function DueRuleTable({ rules }: { rules: DueRuleRow[] }) {
  const { t } = useTranslation();
  const word = (key: string) => t(`handling:rules.${key}`);
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{word('name')}</Table.Th>
          <Table.Th>{word('kind')}</Table.Th>
          <Table.Th>{word('channel')}</Table.Th>
          <Table.Th>{word('minSeverity')}</Table.Th>
          <Table.Th>{word('days')}</Table.Th>
          <Table.Th>
            <Tooltip label={word('workingDaysHint')}>
              <span>{word('workingDays')}</span>
            </Tooltip>
          </Table.Th>
          <Table.Th aria-label={word('order')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rules.map((rule, place) => (
          <RuleRow key={rule.id} rule={rule} place={place} last={place === rules.length - 1} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function RuleRow({ rule, place, last }: { rule: DueRuleRow; place: number; last: boolean }) {
  const { t } = useTranslation();
  const { mutate: save } = useHostMutation('handling.saveRule');
  const { mutate: move } = useHostMutation('handling.moveRule');
  const { mutate: remove } = useHostMutation('handling.removeRule');
  const change = (part: Partial<DueRuleRow>) => save({ ...rule, ...part });
  const any = { value: '', label: t('handling:rules.any') };
  const named = { name: rule.name };
  return (
    <Table.Tr>
      <Table.Td>
        <RuleName value={rule.name} onSave={(name) => change({ name })} />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={t('handling:rules.kind')}
          value={rule.kind ?? ''}
          data={[any, ...vocKinds.map((value) => ({ value, label: t(`voc:kinds.${value}`) }))]}
          onChange={(event) => {
            const value = event.currentTarget.value;
            change({ kind: vocKinds.find((kind) => kind === value) ?? null });
          }}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={t('handling:rules.channel')}
          value={rule.channel ?? ''}
          data={[
            any,
            ...vocChannels.map((value) => ({ value, label: t(`voc:channels.${value}`) })),
          ]}
          onChange={(event) => {
            const value = event.currentTarget.value;
            change({ channel: vocChannels.find((channel) => channel === value) ?? null });
          }}
        />
      </Table.Td>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={t('handling:rules.minSeverity')}
          value={rule.minSeverity === null ? '' : String(rule.minSeverity)}
          data={[
            any,
            ...[2, 3, 4, 5].map((severity) => ({
              value: String(severity),
              label: t('handling:rules.fromSeverity', { severity }),
            })),
          ]}
          onChange={(event) => {
            const value = event.currentTarget.value;
            change({ minSeverity: value === '' ? null : Number(value) });
          }}
        />
      </Table.Td>
      <Table.Td>
        <NumberInput
          w={70}
          aria-label={t('handling:rules.days')}
          min={0}
          max={3650}
          allowDecimal={false}
          value={rule.days}
          onChange={(days) => {
            if (typeof days === 'number') change({ days });
          }}
        />
      </Table.Td>
      <Table.Td>
        <Checkbox
          size="xs"
          aria-label={t('handling:rules.workingDays')}
          checked={rule.workingDays}
          onChange={(event) => change({ workingDays: event.currentTarget.checked })}
        />
      </Table.Td>
      <Table.Td>
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <ActionIcon
            size="sm"
            aria-label={t('handling:rules.up', named)}
            disabled={place === 0}
            onClick={() => move({ id: rule.id, position: place - 1 })}
          >
            <IconArrowUp size={14} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={t('handling:rules.down', named)}
            disabled={last}
            onClick={() => move({ id: rule.id, position: place + 1 })}
          >
            <IconArrowDown size={14} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={t('handling:rules.remove', named)}
            onClick={() => remove({ id: rule.id })}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
