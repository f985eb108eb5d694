import { Autocomplete, Drawer, Table, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BranchRow } from '../../../core/contract/workspace.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';

interface BranchRegionsProps {
  opened: boolean;
  onClose: () => void;
}

/** Which region a branch belongs to: files name branches only, and figures are cut by region. */
export function BranchRegions({ opened, onClose }: BranchRegionsProps) {
  const { t } = useTranslation();
  const { data: branches = [] } = useHostQuery('workspace.listBranches', {});
  const regions = [...new Set(branches.map(({ region }) => region))].filter((name) => name !== '');
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={480}
      title={t('survey:regions.title')}
    >
      <Text size="sm" c="dimmed" mb="sm">
        {branches.length === 0 ? t('survey:regions.none') : t('survey:regions.hint')}
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('survey:columns.branch')}</Table.Th>
            <Table.Th w={220}>{t('survey:columns.region')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {branches.map((branch) => (
            <Table.Tr key={branch.id}>
              <Table.Td>{branch.name}</Table.Td>
              <Table.Td>
                <RegionField branch={branch} regions={regions} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Drawer>
  );
}

function RegionField({ branch, regions }: { branch: BranchRow; regions: string[] }) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(branch.region);
  const change = useHostMutation('workspace.setBranchRegion');
  useEffect(() => setDraft(branch.region), [branch.region]);
  const keep = (region: string) => {
    if (region.trim() !== branch.region) change.mutate({ id: branch.id, region });
  };
  return (
    <Autocomplete
      size="xs"
      aria-label={t('survey:regions.of', { branch: branch.name })}
      placeholder={t('survey:regions.unset')}
      data={regions}
      value={draft}
      maxLength={100}
      onChange={setDraft}
      onOptionSubmit={keep}
      onBlur={() => keep(draft)}
      onKeyDown={(event) => {
        // Enter on a suggestion takes the suggestion, not the letters typed so far.
        const choosing = event.currentTarget.hasAttribute('aria-activedescendant');
        if (event.key === 'Enter' && !choosing && !event.nativeEvent.isComposing) keep(draft);
      }}
    />
  );
}
