import { Anchor, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ActionRow } from '../../../core/contract/action.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';
import classes from './HomePage.module.css';

const shownActions = 6;

/** Actions past their day, the latest first. */
export function OverdueActionsPanel() {
  const { t, i18n } = useTranslation();
  const { data: actions = [] } = useHostQuery('action.list', { filter: { overdueOnly: true } });
  const rest = actions.length - shownActions;
  return (
    <Panel
      title={t('home:panels.overdue')}
      actions={
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/actions" search={{ overdueOnly: false }} {...props} />}
        >
          {t('home:panels.allActions')}
        </Anchor>
      }
    >
      {actions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('home:panels.noOverdue')}
        </Text>
      ) : (
        <OverdueTable actions={actions.slice(0, shownActions)} />
      )}
      {rest > 0 && (
        <Anchor
          size="sm"
          mt={8}
          renderRoot={(props) => <Link to="/actions" search={{ overdueOnly: true }} {...props} />}
        >
          {t('home:panels.moreOverdue', { formatted: rest.toLocaleString(i18n.language) })}
        </Anchor>
      )}
    </Panel>
  );
}

function OverdueTable({ actions }: { actions: ActionRow[] }) {
  const { t } = useTranslation();
  return (
    <Table className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('home:columns.action')}</Table.Th>
          <Table.Th>{t('home:columns.csf')}</Table.Th>
          <Table.Th>{t('home:columns.owner')}</Table.Th>
          <Table.Th ta="right">{t('home:columns.dueDate')}</Table.Th>
          <Table.Th ta="right">{t('home:columns.late')}</Table.Th>
          <Table.Th>
            <VisuallyHidden>{t('trail:open')}</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {actions.map((action) => (
          <Table.Tr key={action.id}>
            <Table.Td>
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/actions" search={{ id: action.id }} {...props} />}
              >
                {action.title}
              </Anchor>
            </Table.Td>
            <Table.Td c="dimmed">{action.csfName ?? '–'}</Table.Td>
            <Table.Td>{action.owner === '' ? '–' : action.owner}</Table.Td>
            <Table.Td ta="right">{action.dueDate}</Table.Td>
            <Table.Td ta="right" c="var(--csm-bad)" fw={600}>
              {t('home:panels.daysLate', { count: Math.abs(action.daysLeft ?? 0) })}
            </Table.Td>
            <Table.Td w={36}>
              <TrailButton kind="action" id={action.id} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
