import { Checkbox, Chip, MultiSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type VocFilter,
  vocChannels,
  vocKinds,
  vocStatuses,
} from '../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { DateField } from '../../shared/ui/DateField.tsx';
import classes from './VocFilterPanel.module.css';
import { withPart } from './voc-filter-edit.ts';

interface VocFilterPanelProps {
  filter: VocFilter;
  onChange: (filter: VocFilter) => void;
  searchField: RefObject<HTMLInputElement | null>;
}

/** Every way to narrow the list; what is set here also stands as chips above the list. */
export function VocFilterPanel({ filter, onChange, searchField }: VocFilterPanelProps) {
  const { t } = useTranslation();
  const { data: choices } = useHostQuery('voc.listChoices', {});
  const set = <Part extends keyof VocFilter>(part: Part, value: VocFilter[Part]) =>
    onChange(withPart(filter, part, value));
  return (
    <search className={classes.panel} aria-label={t('voc:filters.title')}>
      <SearchBox
        field={searchField}
        value={filter.search ?? ''}
        onChange={(search) => set('search', search)}
      />
      <ChipRow
        label={t('voc:fields.kind')}
        values={vocKinds}
        words={(value) => t(`voc:kinds.${value}`)}
        chosen={filter.kinds}
        onChange={(kinds) => set('kinds', kinds)}
      />
      <ChipRow
        label={t('voc:fields.status')}
        values={vocStatuses}
        words={(value) => t(`voc:statuses.${value}`)}
        chosen={filter.statuses}
        onChange={(statuses) => set('statuses', statuses)}
      />
      <ChipRow
        label={t('voc:fields.severity')}
        values={severities}
        words={(value) => value}
        chosen={filter.severities?.map(String)}
        onChange={(chosen) => set('severities', chosen.map(Number))}
      />
      <ChipRow
        label={t('voc:fields.channel')}
        values={vocChannels}
        words={(value) => t(`voc:channels.${value}`)}
        chosen={filter.channels}
        onChange={(channels) => set('channels', channels)}
      />
      <Checkbox
        size="xs"
        label={t('voc:filters.unassigned')}
        checked={filter.unassigned ?? false}
        onChange={(event) => set('unassigned', event.currentTarget.checked || undefined)}
      />
      <Stack gap={4}>
        <span className={classes.label}>{t('voc:filters.period')}</span>
        <Stack gap={4}>
          <DateField
            aria-label={t('voc:filters.from')}
            leftSection={t('voc:filters.fromMark')}
            leftSectionWidth={38}
            value={filter.receivedFrom ?? ''}
            onChange={(date) => set('receivedFrom', date === '' ? undefined : date)}
          />
          <DateField
            aria-label={t('voc:filters.to')}
            leftSection={t('voc:filters.toMark')}
            leftSectionWidth={38}
            value={filter.receivedTo ?? ''}
            onChange={(date) => set('receivedTo', date === '' ? undefined : date)}
          />
        </Stack>
      </Stack>
      <NameFilter
        label={t('voc:fields.region')}
        known={choices?.regions}
        chosen={filter.regions}
        onChange={(regions) => set('regions', regions)}
      />
      <NameFilter
        label={t('voc:fields.branch')}
        known={choices?.branches}
        chosen={filter.branches}
        onChange={(branches) => set('branches', branches)}
      />
      <NameFilter
        label={t('voc:fields.product')}
        known={choices?.products}
        chosen={filter.products}
        onChange={(products) => set('products', products)}
      />
      <NameFilter
        label={t('voc:fields.customerType')}
        known={choices?.customerTypes}
        chosen={filter.customerTypes}
        onChange={(customerTypes) => set('customerTypes', customerTypes)}
      />
    </search>
  );
}

const severities = ['1', '2', '3', '4', '5'] as const;
const typingPauseMs = 220;

interface SearchBoxProps {
  field: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (search: string) => void;
}

function SearchBox({ field, value, onChange }: SearchBoxProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value);
  const search = useDebouncedCallback(onChange, { delay: typingPauseMs, flushOnUnmount: true });
  useEffect(() => setTyped(value), [value]);
  return (
    <TextInput
      ref={field}
      type="search"
      label={t('voc:filters.search')}
      placeholder={t('voc:filters.searchHint')}
      leftSection={<IconSearch size={14} />}
      maxLength={400}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search.flush();
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}

interface ChipRowProps<Value extends string> {
  label: string;
  values: readonly Value[];
  words: (value: Value) => string;
  chosen: Value[] | undefined;
  onChange: (chosen: Value[]) => void;
}

function ChipRow<Value extends string>(props: ChipRowProps<Value>) {
  const { label, values, words, chosen = [], onChange } = props;
  return (
    <fieldset className={classes.chips}>
      <legend className={classes.label}>{label}</legend>
      <Chip.Group
        multiple
        value={chosen}
        onChange={(next) => onChange(values.filter((value) => next.includes(value)))}
      >
        {values.map((value) => (
          <Chip
            key={value}
            value={value}
            size="xs"
            radius="sm"
            variant="light"
            classNames={{ label: classes.chip }}
          >
            {words(value)}
          </Chip>
        ))}
      </Chip.Group>
    </fieldset>
  );
}

interface NameFilterProps {
  label: string;
  known: string[] | undefined;
  chosen: string[] | undefined;
  onChange: (chosen: string[]) => void;
}

function NameFilter({ label, known = [], chosen = [], onChange }: NameFilterProps) {
  const { t } = useTranslation();
  if (known.length === 0 && chosen.length === 0) return null;
  return (
    <MultiSelect
      label={label}
      placeholder={chosen.length === 0 ? t('app:all') : undefined}
      // A value that came by a link may be of no VOC any more; it must still be seen and removable.
      data={[...new Set([...known, ...chosen])]}
      value={chosen}
      onChange={onChange}
      searchable
      clearable
      limit={100}
      clearButtonProps={{ 'aria-label': t('app:clear') }}
    />
  );
}
