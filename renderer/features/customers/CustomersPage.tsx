import { Button, Group } from '@mantine/core';
import { IconShieldCheck, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerRow } from '../../../core/contract/customer.contract.ts';
import { type Command, useCommands } from '../../shared/commands/command-registry.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { EmptyState } from '../../shared/ui/EmptyState.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { SidePane } from '../../shared/ui/SidePane.tsx';
import { SplitRoom } from '../../shared/ui/Split.tsx';
import { ImportVocButton } from '../../shared/voc/NoVocYet.tsx';
import { ContactPolicyDialog } from './ContactPolicyDialog.tsx';
import { CustomerFilters } from './CustomerFilters.tsx';
import { CustomerPane } from './CustomerPane.tsx';
import { CustomerTable } from './CustomerTable.tsx';
import { NewCustomerForm } from './NewCustomerForm.tsx';
import { customersPerPage, useCustomerQuery } from './use-customer-query.ts';

const route = getRouteApi('/customers');
const noRows: CustomerRow[] = [];

/** A light file of customers: whose VOC these are, how they want to be reached, when they last were. */
export function CustomersPage() {
  const { t, i18n } = useTranslation();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const [query, setQuery] = useCustomerQuery();
  const [policyOpened, openPolicy] = useState(false);
  const [creating, setCreating] = useState(false);
  const searchField = useRef<HTMLInputElement>(null);
  const { data } = useHostQuery('customer.listPage', {
    ...query,
    offset: query.page * customersPerPage,
    limit: customersPerPage,
  });
  const { data: any } = useHostQuery('customer.listPage', { limit: 1 });
  const choose = (next: number | null) =>
    void navigate({ search: next === null ? {} : { id: next }, replace: true });
  const commands = useMemo<Command[]>(() => {
    const group = t('app:groups.room');
    return [
      {
        id: 'customer.new',
        label: t('customer:new'),
        group,
        shortcut: 'N',
        run: () => setCreating(true),
      },
      {
        id: 'customer.policy',
        label: t('customer:policy.title'),
        group,
        run: () => openPolicy(true),
      },
      {
        id: 'customer.search',
        label: t('customer:search'),
        group,
        shortcut: '/',
        run: () => searchField.current?.focus(),
      },
    ];
  }, [t]);
  useCommands(commands);
  const rows = data?.rows ?? noRows;
  const total = data?.total ?? null;
  const activeId = id ?? rows[0]?.id ?? null;
  const isBare = any?.total === 0 && !creating;
  return (
    <Page
      fill
      title={t('app:rooms.customers')}
      subtitle={
        total === null
          ? '…'
          : t('customer:subtitle', { shown: total.toLocaleString(i18n.language) })
      }
      actions={
        <Group gap={8}>
          <Button
            variant="default"
            leftSection={<IconShieldCheck size={15} />}
            onClick={() => openPolicy(true)}
          >
            {t('customer:policy.title')}
          </Button>
          <Button leftSection={<IconUserPlus size={15} />} onClick={() => setCreating(true)}>
            {t('customer:new')}
          </Button>
        </Group>
      }
    >
      {isBare ? (
        <EmptyState
          title={t('customer:empty.title')}
          hint={t('customer:empty.hint')}
          icon={<IconUsers size={36} stroke={1.4} />}
          actions={
            <>
              <Button onClick={() => setCreating(true)}>{t('customer:new')}</Button>
              <ImportVocButton variant="default" />
            </>
          }
        />
      ) : (
        <>
          <CustomerFilters query={query} onChange={setQuery} searchField={searchField} />
          <SplitRoom>
            <CustomerTable
              rows={rows}
              total={total}
              page={query.page}
              sort={query.sort}
              activeId={creating ? null : activeId}
              onChoose={(next) => {
                setCreating(false);
                choose(next);
              }}
              onPage={(page) => setQuery({ ...query, page })}
              onSort={(sort) => setQuery({ ...query, sort, page: 0 })}
            />
            {(creating || activeId !== null) && (
              <SidePane
                label={creating ? t('customer:new') : t('customer:details')}
                preferenceKey="customers.paneWidth"
                initialWidth={400}
              >
                {creating ? (
                  <NewCustomerForm
                    onCancel={() => setCreating(false)}
                    onCreated={(made) => {
                      setCreating(false);
                      choose(made);
                    }}
                  />
                ) : (
                  activeId !== null && (
                    <CustomerPane key={activeId} id={activeId} onRemoved={() => choose(null)} />
                  )
                )}
              </SidePane>
            )}
          </SplitRoom>
        </>
      )}
      <ContactPolicyDialog opened={policyOpened} onClose={() => openPolicy(false)} />
    </Page>
  );
}
