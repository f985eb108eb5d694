import { Select, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ActionFilter,
  type ActionRow,
  type ActionStatus,
  actionStatuses,
} from '../../../core/contract/action.contract.ts';
import type { CsfRow } from '../../../core/contract/csf.contract.ts';
import classes from './ActionsPage.module.css';

interface ActionFiltersProps {
  /** All of them: the chips count what there is, not what is shown. */
  actions: readonly ActionRow[];
  csfs: readonly CsfRow[];
  filter: ActionFilter;
  onFilter: (filter: ActionFilter) => void;
}

export function ActionFilters({ actions, csfs, filter, onFilter }: ActionFiltersProps) {
  const { t } = useTranslation();
  const statuses = filter.statuses ?? [];
  const overdue = actions.filter((action) => action.overdue).length;
  const toggle = (status: ActionStatus) => {
    const next = statuses.includes(status)
      ? statuses.filter((other) => other !== status)
      : [...statuses, status];
    onFilter({ ...filter, statuses: next.length > 0 ? next : undefined });
  };
  const isNarrowed =
    statuses.length > 0 ||
    filter.overdueOnly === true ||
    filter.csfId !== undefined ||
    (filter.search ?? '') !== '';
  return (
    <search className={classes.filters} aria-label={t('action:filters.label')}>
      {actionStatuses.map((status) => (
        <Chip
          key={status}
          label={t(`action:statuses.${status}`)}
          count={actions.filter((action) => action.status === status).length}
          pressed={statuses.includes(status)}
          onPress={() => toggle(status)}
        />
      ))}
      <Chip
        label={t('action:filters.overdue')}
        count={overdue}
        warns={overdue > 0}
        pressed={filter.overdueOnly === true}
        onPress={() =>
          onFilter({ ...filter, overdueOnly: filter.overdueOnly === true ? undefined : true })
        }
      />
      <span className={classes.gap} />
      <Select
        w={200}
        aria-label={t('action:filters.csf')}
        placeholder={t('action:filters.csf')}
        clearable
        searchable
        data={csfs.map(({ id, howName }) => ({ value: String(id), label: howName }))}
        value={filter.csfId === undefined ? null : String(filter.csfId)}
        onChange={(value) =>
          onFilter({ ...filter, csfId: value === null ? undefined : Number(value) })
        }
      />
      <SearchField
        value={filter.search ?? ''}
        onSearch={(search) => onFilter({ ...filter, search: search === '' ? undefined : search })}
      />
      {isNarrowed && (
        <button type="button" className={classes.clear} onClick={() => onFilter({})}>
          <IconX size={13} aria-hidden />
          {t('action:filters.clear')}
        </button>
      )}
    </search>
  );
}

interface ChipProps {
  label: string;
  count: number;
  pressed: boolean;
  warns?: boolean;
  onPress: () => void;
}

function Chip({ label, count, pressed, warns = false, onPress }: ChipProps) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={pressed}
      data-warns={warns || undefined}
      onClick={onPress}
    >
      {warns && <IconAlertTriangle size={13} aria-hidden />}
      {label}
      <span className={classes.chipCount}>{count}</span>
    </button>
  );
}

/** What is typed narrows the list at once, and stays what is typed while answers come in. */
function SearchField({ value, onSearch }: { value: string; onSearch: (search: string) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const composing = useRef(false);
  useEffect(() => setText(value), [value]);
  const change = (next: string) => {
    setText(next);
    if (!composing.current) onSearch(next);
  };
  return (
    <TextInput
      w={190}
      aria-label={t('action:filters.search')}
      placeholder={t('action:filters.search')}
      leftSection={<IconSearch size={14} />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={(event) => {
        composing.current = false;
        onSearch(event.currentTarget.value);
      }}
    />
  );
}
