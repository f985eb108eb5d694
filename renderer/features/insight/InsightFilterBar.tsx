import { Badge, Button, CloseButton, Group, MultiSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type VocFilter, vocChannels, vocKinds } from '../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { DateField } from '../../shared/ui/DateField.tsx';

interface InsightFilterBarProps {
  filter: VocFilter;
  onChange: (next: VocFilter) => void;
}

const shownParts = new Set([
  'receivedFrom',
  'receivedTo',
  'channels',
  'kinds',
  'branches',
  'products',
]);

/** Which VOC are looked at: the facets asked for most; others come with a link from the list. */
export function InsightFilterBar({ filter, onChange }: InsightFilterBarProps) {
  const { t, i18n } = useTranslation();
  const { data: choices } = useHostQuery('voc.listChoices', {});
  const { data: counted } = useHostQuery('voc.count', { filter });
  const set = (part: VocFilter) => onChange(withoutEmpty({ ...filter, ...part }));
  const others = Object.keys(filter).filter((part) => !shownParts.has(part));
  const names = (values: readonly string[] = [], chosen: readonly string[] = []) => [
    ...new Set([...chosen, ...values]),
  ];
  return (
    <Group gap={8} role="search" aria-label={t('insight:filter.label')} align="center">
      <DateField
        aria-label={t('voc:filters.from')}
        leftSection={t('voc:filters.fromMark')}
        leftSectionWidth={44}
        w={164}
        value={filter.receivedFrom ?? ''}
        onChange={(date) => set({ receivedFrom: date })}
      />
      <DateField
        aria-label={t('voc:filters.to')}
        leftSection={t('voc:filters.toMark')}
        leftSectionWidth={44}
        w={164}
        value={filter.receivedTo ?? ''}
        onChange={(date) => set({ receivedTo: date })}
      />
      <Picker
        label={t('voc:facets.channel')}
        data={vocChannels.map((value) => ({ value, label: t(`voc:channels.${value}`) }))}
        value={filter.channels ?? []}
        onChange={(values) => set({ channels: vocChannels.filter((one) => values.includes(one)) })}
      />
      <Picker
        label={t('voc:facets.kind')}
        data={vocKinds.map((value) => ({ value, label: t(`voc:kinds.${value}`) }))}
        value={filter.kinds ?? []}
        onChange={(values) => set({ kinds: vocKinds.filter((one) => values.includes(one)) })}
      />
      <Picker
        label={t('voc:facets.branch')}
        data={names(choices?.branches, filter.branches)}
        value={filter.branches ?? []}
        onChange={(branches) => set({ branches })}
      />
      <Picker
        label={t('voc:facets.product')}
        data={names(choices?.products, filter.products)}
        value={filter.products ?? []}
        onChange={(products) => set({ products })}
      />
      {others.length > 0 && (
        <Badge
          variant="light"
          tt="none"
          size="lg"
          rightSection={
            <CloseButton
              size="xs"
              aria-label={t('insight:filter.dropOthers')}
              onClick={() => onChange(onlyShown(filter))}
            />
          }
        >
          {t('insight:filter.others', { count: others.length })}
        </Badge>
      )}
      {Object.keys(filter).length > 0 && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={14} />}
          onClick={() => onChange({})}
        >
          {t('voc:filters.clear')}
        </Button>
      )}
      {counted !== undefined && (
        <Button
          variant="subtle"
          size="compact-sm"
          ml="auto"
          renderRoot={(props) => <Link to="/voc" search={{ filter }} {...props} />}
        >
          {t('insight:filter.open', { count: counted.total.toLocaleString(i18n.language) })}
        </Button>
      )}
    </Group>
  );
}

interface PickerProps {
  label: string;
  data: readonly (string | { value: string; label: string })[];
  value: string[];
  onChange: (values: string[]) => void;
}

function Picker({ label, data, value, onChange }: PickerProps) {
  const { t } = useTranslation();
  return (
    <MultiSelect
      aria-label={label}
      placeholder={value.length === 0 ? label : ''}
      flex="0 1 150px"
      miw={120}
      searchable
      clearable
      hidePickedOptions
      clearButtonProps={{ 'aria-label': t('voc:filters.clear') }}
      limit={100}
      data={[...data]}
      value={value}
      onChange={onChange}
    />
  );
}

function withoutEmpty(filter: VocFilter): VocFilter {
  return Object.fromEntries(
    Object.entries(filter).filter(
      ([, part]) =>
        part !== '' && part !== undefined && !(Array.isArray(part) && part.length === 0),
    ),
  );
}

function onlyShown(filter: VocFilter): VocFilter {
  return Object.fromEntries(Object.entries(filter).filter(([part]) => shownParts.has(part)));
}
