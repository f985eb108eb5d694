import { Button, Group, NumberInput, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { WaveRow } from '../../../core/contract/survey.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { everybody, isNarrowed, type ResponseSearch } from './response-search.ts';

interface ResponseFiltersProps {
  search: ResponseSearch;
  wave: WaveRow;
  onChange: (patch: ResponseSearch) => void;
}

/** Stands for respondents without a branch, a region or a value: no name can be this. */
const without = '\u0000';
const shownAs = (name: string | undefined) => (name === '' ? without : (name ?? null));
const meant = (choice: string | null) => (choice === without ? '' : (choice ?? undefined));

/** Narrows the respondents; a chart's bar sets the same filters when it is clicked. */
export function ResponseFilters({ search, wave, onChange }: ResponseFiltersProps) {
  const { t } = useTranslation();
  const { data: branches = [] } = useHostQuery('workspace.listBranches', {});
  const { data: segments = [] } = useHostQuery('survey.listSegments', {});
  const { data: items = [] } = useHostQuery('survey.listItems', {});
  const set = (patch: ResponseSearch) => onChange({ ...patch, respondentId: undefined });
  const regions = [...new Set(branches.map(({ region }) => region))].filter((name) => name !== '');
  const nobody = { value: without, label: t('survey:filters.without') };
  const segmentChoice =
    search.segmentId === undefined ? null : `${search.segmentId}:${search.segmentValue ?? ''}`;
  return (
    <Group gap={8} align="flex-end">
      <Select
        label={t('survey:filters.region')}
        placeholder={t('app:all')}
        data={[...regions.map(named), nobody]}
        value={shownAs(search.region)}
        clearable
        w={130}
        onChange={(region) => set({ region: meant(region), branch: undefined })}
      />
      <Select
        label={t('survey:filters.branch')}
        placeholder={t('app:all')}
        data={[...branches.map(({ name }) => named(name)), nobody]}
        value={shownAs(search.branch)}
        clearable
        searchable
        w={170}
        onChange={(branch) => set({ branch: meant(branch) })}
      />
      <Select
        label={t('survey:filters.segment')}
        placeholder={t('app:all')}
        data={segments.map(({ id, name, values }) => ({
          group: name,
          items: ['', ...values].map((value) => ({
            value: `${id}:${value}`,
            label: value === '' ? `${name}: ${nobody.label}` : value,
          })),
        }))}
        value={segmentChoice}
        clearable
        searchable
        w={170}
        onChange={(choice) => {
          const cut = choice?.indexOf(':') ?? -1;
          set(
            choice === null || cut < 0
              ? { segmentId: undefined, segmentValue: undefined }
              : { segmentId: Number(choice.slice(0, cut)), segmentValue: choice.slice(cut + 1) },
          );
        }}
      />
      <Select
        label={t('survey:filters.item')}
        placeholder={t('app:none')}
        data={items
          .filter(({ waveIds }) => waveIds.includes(wave.id))
          .map(({ id, label }) => ({ value: String(id), label }))}
        value={search.itemId === undefined ? null : String(search.itemId)}
        clearable
        searchable
        w={260}
        onChange={(value) =>
          set({
            itemId: value === null ? undefined : Number(value),
            answerFrom: undefined,
            answerTo: undefined,
          })
        }
      />
      {search.itemId !== undefined && (
        <>
          <NumberInput
            label={t('survey:filters.from')}
            value={search.answerFrom ?? ''}
            w={84}
            onChange={(value) => set({ answerFrom: value === '' ? undefined : Number(value) })}
          />
          <NumberInput
            label={t('survey:filters.to')}
            value={search.answerTo ?? ''}
            w={84}
            onChange={(value) => set({ answerTo: value === '' ? undefined : Number(value) })}
          />
        </>
      )}
      {isNarrowed(search) && (
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconX size={14} />}
          onClick={() => set(everybody)}
        >
          {t('survey:filters.clear')}
        </Button>
      )}
    </Group>
  );
}

function named(name: string) {
  return { value: name, label: name };
}
