import { MultiSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contactPreferences } from '../../../core/contract/customer.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import classes from './CustomersPage.module.css';
import type { CustomerListQuery } from './use-customer-query.ts';

interface CustomerFiltersProps {
  query: CustomerListQuery;
  onChange: (query: CustomerListQuery) => void;
  searchField: RefObject<HTMLInputElement | null>;
}

const typingPauseMs = 200;

export function CustomerFilters({ query, onChange, searchField }: CustomerFiltersProps) {
  const { t } = useTranslation();
  const { data: types = [] } = useHostQuery('customer.listTypes', {});
  const [typed, setTyped] = useState(query.search);
  const narrow = (part: Partial<CustomerListQuery>) => onChange({ ...query, ...part, page: 0 });
  const search = useDebouncedCallback((words: string) => narrow({ search: words }), typingPauseMs);
  return (
    <search className={classes.filters}>
      <TextInput
        ref={searchField}
        type="search"
        w={240}
        aria-label={t('customer:search')}
        placeholder={t('customer:searchHint')}
        leftSection={<IconSearch size={14} />}
        maxLength={200}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
      />
      <MultiSelect
        w={230}
        aria-label={t('customer:fields.preference')}
        placeholder={query.preferences.length === 0 ? t('customer:fields.preference') : undefined}
        data={contactPreferences.map((value) => ({
          value,
          label: t(`customer:preferences.${value}`),
        }))}
        value={query.preferences}
        onChange={(chosen) =>
          narrow({ preferences: contactPreferences.filter((known) => chosen.includes(known)) })
        }
        clearable
        clearButtonProps={{ 'aria-label': t('app:clear') }}
      />
      {types.length > 0 && (
        <MultiSelect
          w={230}
          aria-label={t('customer:fields.type')}
          placeholder={query.types.length === 0 ? t('customer:fields.type') : undefined}
          data={[...new Set([...types, ...query.types])]}
          value={query.types}
          onChange={(chosen) => narrow({ types: chosen })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('app:clear') }}
        />
      )}
    </search>
  );
}
