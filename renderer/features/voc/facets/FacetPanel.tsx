import { Button, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocFacetName, VocFilter } from '../../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { usePreference, useWorkspacePreference } from '../../../shared/host/preferences.ts';
import { BusyLine } from '../../../shared/ui/BusyLine.tsx';
import { withPart } from '../../../shared/voc/facet-filter.ts';
import { SearchHelp } from '../SearchHelp.tsx';
import { focusRegion } from '../use-room-regions.ts';
import classes from './FacetPanel.module.css';
import { FacetSection } from './FacetSection.tsx';
import { panelFacets } from './facet-model.ts';
import { PeriodSection } from './PeriodSection.tsx';

interface FacetPanelProps {
  filter: VocFilter;
  onChange: (filter: VocFilter) => void;
  searchField: RefObject<HTMLInputElement | null>;
  extraFields: readonly { id: number; name: string }[];
  /** Local calendar date. */
  today: string;
}

/** Counted for the panel at once; a section that is opened wholly asks for more. */
const topValues = 30;
const closedAtFirst: string[] = ['region', 'customerType', 'owner', 'requirement', 'due'];
const noFields: number[] = [];

/** Every way to narrow the list, with how many VOC each leaves; it also stands as chips above the list. */
export function FacetPanel({ filter, onChange, searchField, extraFields, today }: FacetPanelProps) {
  const { t } = useTranslation();
  const [closed, setClosed] = usePreference('voc.facetsClosed', closedAtFirst, isNames);
  const [extraIds, setExtraIds] = useWorkspacePreference('voc.facetsExtra', noFields, isIds);
  const extras = extraFields.filter(({ id }) => extraIds.includes(id));
  const sections: { facet: VocFacetName; title: string }[] = [
    ...panelFacets.map((facet) => ({ facet, title: t(`voc:facets.${facet}`) })),
    ...extras.map(({ id, name }) => ({ facet: `extra:${id}` as const, title: name })),
  ];
  const isOpen = (facet: string) => !closed.includes(facet);
  const counted: VocFacetName[] = [
    ...(isOpen('month') ? (['month'] as const) : []),
    ...sections.map(({ facet }) => facet).filter(isOpen),
  ];
  const { facets, counting } = useFacets(filter, counted);
  const toggle = (facet: string) =>
    setClosed(isOpen(facet) ? [...closed, facet] : closed.filter((other) => other !== facet));
  return (
    <search
      data-region="facets"
      className={classes.panel}
      aria-label={t('voc:filters.title')}
      aria-busy={counting}
    >
      <BusyLine on={counting} />
      <div className={classes.searching}>
        <SearchBox
          field={searchField}
          value={filter.search ?? ''}
          onChange={(search) => onChange(withPart(filter, 'search', search))}
        />
      </div>
      <div className={classes.sections}>
        <PeriodSection
          counted={facets.get('month')}
          filter={filter}
          onChange={onChange}
          today={today}
          open={isOpen('month')}
          onToggle={() => toggle('month')}
        />
        {sections.map(({ facet, title }) => (
          <FacetSection
            key={facet}
            facet={facet}
            title={title}
            counted={facets.get(facet)}
            filter={filter}
            onChange={onChange}
            open={isOpen(facet)}
            onToggle={() => toggle(facet)}
          />
        ))}
        {extraFields.length > 0 && (
          <ExtraFacets fields={extraFields} shown={extraIds} onChange={setExtraIds} />
        )}
      </div>
    </search>
  );
}

function useFacets(filter: VocFilter, facets: VocFacetName[]) {
  // The months are many and each is needed; of names the most frequent are enough.
  const others = facets.filter((facet) => facet !== 'month');
  const months = useHostQuery(
    'voc.facets',
    { filter, facets: ['month'], limit: 600 },
    { enabled: facets.includes('month') },
  );
  const names = useHostQuery(
    'voc.facets',
    { filter, facets: others, limit: topValues },
    { enabled: others.length > 0 },
  );
  const counted = useMemo(
    () =>
      new Map(
        [...(months.data?.facets ?? []), ...(names.data?.facets ?? [])].map((facet) => [
          facet.facet,
          facet,
        ]),
      ),
    [months.data, names.data],
  );
  return { facets: counted, counting: months.isFetching || names.isFetching };
}

interface ExtraFacetsProps {
  fields: readonly { id: number; name: string }[];
  shown: readonly number[];
  onChange: (ids: number[]) => void;
}

/** Which imported columns can be filtered by as well. */
function ExtraFacets({ fields, shown, onChange }: ExtraFacetsProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-start" closeOnItemClick={false}>
      <Menu.Target>
        <Button variant="subtle" size="compact-xs" leftSection={<IconPlus size={13} />}>
          {t('voc:facets.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} className={classes.sections}>
        {fields.map(({ id, name }) => {
          const on = shown.includes(id);
          return (
            <Menu.CheckboxItem
              key={id}
              checked={on}
              onChange={() => onChange(on ? shown.filter((other) => other !== id) : [...shown, id])}
            >
              {name}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

const typingPauseMs = 180;

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
      data-region-start
      label={t('voc:filters.search')}
      placeholder={t('voc:filters.searchHint')}
      leftSection={<IconSearch size={14} />}
      rightSection={<SearchHelp />}
      maxLength={400}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') search.flush();
        if (event.key === 'Escape') focusRegion('list');
      }}
    />
  );
}

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function isIds(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((id) => typeof id === 'number');
}
