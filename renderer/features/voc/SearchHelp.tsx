import { ActionIcon, Kbd, Popover, Table, Text } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const examples = ['part', 'words', 'phrase', 'without', 'initials', 'literal'] as const;

/** What one may type into the search box: a button for its right end, and the grammar by example. */
export function SearchHelp() {
  const { t } = useTranslation();
  return (
    <Popover width={380} position="bottom-start" withArrow trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={t('voc:searchHelp.open')}
          title={t('voc:searchHelp.open')}
        >
          <IconHelp size={15} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('voc:searchHelp.title')}>
        <Text size="sm" fw={650} mb={6} tabIndex={-1} data-autofocus>
          {t('voc:searchHelp.title')}
        </Text>
        <Table withRowBorders={false} verticalSpacing={3} horizontalSpacing={4}>
          <Table.Tbody>
            {examples.map((example) => (
              <Table.Tr key={example}>
                <Table.Td style={{ whiteSpace: 'nowrap', verticalAlign: 'top' }}>
                  {/* The monospaced font has no Hangul. */}
                  <Kbd size="sm" ff="var(--mantine-font-family)">
                    {t(`voc:searchHelp.${example}.typed`)}
                  </Kbd>
                </Table.Td>
                <Table.Td>
                  <Text size="xs">{t(`voc:searchHelp.${example}.means`)}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="xs" c="dimmed" mt={6}>
          {t('voc:searchHelp.note')}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
