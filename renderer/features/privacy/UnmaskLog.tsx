import { Anchor, Group, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnmaskEntry } from '../../../core/contract/privacy.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { momentText } from '../../shared/i18n/moment-text.ts';
import { Pages } from '../../shared/ui/Pages.tsx';
import { Panel } from '../../shared/ui/Panel.tsx';

const pageSize = 50;

/** Who saw personal data, when, how much and what for. Nothing takes an entry back. */
export function UnmaskLog() {
  const { t, i18n } = useTranslation();
  const [page, setPage] = useState(0);
  const { data } = useHostQuery('privacy.listUnmasked', {
    offset: page * pageSize,
    limit: pageSize,
  });
  if (data === undefined) return null;
  const pages = Math.ceil(data.total / pageSize);
  return (
    <Panel title={t('privacy:log.title', { shown: data.total.toLocaleString(i18n.language) })}>
      {data.total === 0 ? (
        <Group gap={8} justify="space-between">
          <Text size="sm" c="dimmed">
            {t('privacy:log.none')}
          </Text>
          <Anchor size="sm" renderRoot={(props) => <Link to="/voc" {...props} />}>
            {t('privacy:log.toVoc')}
          </Anchor>
        </Group>
      ) : (
        <Table aria-label={t('privacy:log.name')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('privacy:log.at')}</Table.Th>
              <Table.Th>{t('privacy:log.actor')}</Table.Th>
              <Table.Th>{t('privacy:log.purpose')}</Table.Th>
              <Table.Th>{t('privacy:log.what')}</Table.Th>
              <Table.Th ta="right">{t('privacy:log.count')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.rows.map((entry) => (
              <Table.Tr key={entry.id}>
                <Table.Td>{momentText(entry.at)}</Table.Td>
                <Table.Td>{entry.actor || '–'}</Table.Td>
                <Table.Td>{entry.purpose}</Table.Td>
                <Table.Td>
                  <Subject entry={entry} />
                </Table.Td>
                <Table.Td ta="right">{entry.count.toLocaleString(i18n.language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {pages > 1 && (
        <Group justify="center" mt={10}>
          <Pages count={pages} page={page} onPage={setPage} />
        </Group>
      )}
    </Panel>
  );
}

function Subject({ entry }: { entry: UnmaskEntry }) {
  const { t } = useTranslation();
  const words = t(`privacy:scopes.${entry.scope}`);
  if (entry.vocId === null) return words;
  return (
    <Anchor
      size="sm"
      renderRoot={(props) => (
        <Link to="/voc" search={{ open: entry.vocId ?? undefined }} {...props} />
      )}
    >
      {`${words} #${entry.vocId}`}
    </Anchor>
  );
}
