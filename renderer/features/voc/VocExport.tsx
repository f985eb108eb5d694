import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeSchema } from '../../../core/contract/common.schema.ts';
import { type ExportFormat, exportFormats } from '../../../core/contract/export.contract.ts';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';
import { useCommands } from '../../shared/commands/command-registry.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { deliverWhenMade } from '../../shared/host/jobs.ts';
import { PurposeDialog } from '../../shared/privacy/PurposeDialog.tsx';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';

interface VocExportProps {
  filter: VocFilter;
  /** How many the filter selects; null until they are counted. */
  total: number | null;
}

/** The list as a file: masked at once, or as written for a purpose. */
export function VocExport({ filter, total }: VocExportProps) {
  const { t, i18n } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [asking, setAsking] = useState<ExportFormat | null>(null);
  const { mutate } = useHostMutation('export.startVoc', {
    onSuccess: ({ jobId }) => {
      notifyDone(t('voc:export.started'));
      void deliverWhenMade(jobId).catch(notifyError);
    },
  });
  const locale = localeSchema.catch('ko').parse(i18n.language);
  const title = t('voc:export.title');
  const commands = useMemo(
    () => [
      { id: 'voc.export', label: title, group: t('app:groups.room'), run: () => setOpened(true) },
    ],
    [t, title],
  );
  useCommands(commands);
  return (
    <>
      <Menu opened={opened} onChange={setOpened} position="bottom-end" width={290}>
        <Menu.Target>
          <Tooltip label={title}>
            <ActionIcon aria-label={title}>
              <IconFileExport size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('voc:export.masked')}</Menu.Label>
          {exportFormats.map((format) => (
            <Menu.Item key={format} onClick={() => mutate({ filter, format, locale })}>
              {t(`voc:export.${format}`)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>{t('voc:export.asWritten')}</Menu.Label>
          {exportFormats.map((format) => (
            <Menu.Item key={format} onClick={() => setAsking(format)}>
              {t(`voc:export.${format}`)}…
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <PurposeDialog
        opened={asking !== null}
        count={total ?? 0}
        onClose={() => setAsking(null)}
        onConfirm={(purpose) => {
          if (asking !== null) mutate({ filter, format: asking, locale, purpose });
          setAsking(null);
        }}
      />
    </>
  );
}
