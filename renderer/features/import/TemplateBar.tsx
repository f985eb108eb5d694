import { ActionIcon, Alert, Button, Group, Menu, Modal, TextInput, Tooltip } from '@mantine/core';
import {
  IconBookmark,
  IconChevronDown,
  IconDeviceFloppy,
  IconDownload,
  IconTemplate,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/contract/app-error.ts';
import type { InputOf } from '../../../core/contract/contract.ts';
import type {
  ImportTemplate,
  ImportTemplateContent,
} from '../../../core/contract/import.contract.ts';
import { host } from '../../shared/host/host-client.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { wordsForError } from '../../shared/i18n/i18n.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';

type TemplateToSave = InputOf<'import.saveTemplate'>['content'];

interface TemplateBarProps {
  headers: string[];
  /** Offers a template that fits; not where an earlier mapping is in use already. */
  suggests: boolean;
  /** What would be saved. */
  content: TemplateToSave;
  onApply: (content: ImportTemplateContent) => void;
}

/** Mappings kept under a name: used, saved, managed, carried out and in as files. */
export function TemplateBar({ headers, suggests, content, onApply }: TemplateBarProps) {
  const { t } = useTranslation();
  const { purpose } = content;
  const { data: templates = [] } = useHostQuery('import.listTemplates', { purpose, headers });
  const [opened, setOpened] = useState<'save' | 'manage' | null>(null);
  const [used, setUsed] = useState<number | null>(null);
  const fitting = templates.find(({ fit, id }) => fit === 1 && id !== used);
  const use = (template: ImportTemplate) => {
    setUsed(template.id);
    onApply(template.content);
    notifyDone(t('import:templates.applied', { name: template.name }));
  };
  const readFile = async () => {
    const file = await host.call('shell.pickFile', { purpose: 'mapping' });
    if (file === null) return;
    onApply(await host.call('import.readTemplate', { token: file.token, purpose }));
    notifyDone(t('import:templates.applied', { name: file.name }));
  };
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconTemplate size={14} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t('import:templates.menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {templates.map((template) => (
            <Menu.Item
              key={template.id}
              leftSection={<IconBookmark size={14} />}
              rightSection={template.fit === 1 ? t('import:templates.fits') : undefined}
              onClick={() => use(template)}
            >
              {template.name}
            </Menu.Item>
          ))}
          {templates.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconDeviceFloppy size={14} />} onClick={() => setOpened('save')}>
            {t('import:templates.save')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconUpload size={14} />}
            onClick={() => void readFile().catch(notifyError)}
          >
            {t('import:templates.fromFile')}
          </Menu.Item>
          <Menu.Item disabled={templates.length === 0} onClick={() => setOpened('manage')}>
            {t('import:templates.manage')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {suggests && fitting !== undefined && used === null && (
        <Alert variant="light" color="blue" p={6} icon={<IconBookmark size={16} />}>
          <Group gap={10}>
            {t('import:templates.suggested', { name: fitting.name })}
            <Button size="compact-xs" variant="default" onClick={() => use(fitting)}>
              {t('import:templates.use')}
            </Button>
          </Group>
        </Alert>
      )}
      <Modal
        opened={opened === 'save'}
        onClose={() => setOpened(null)}
        title={t('import:templates.save')}
      >
        <SaveTemplate content={content} onDone={() => setOpened(null)} />
      </Modal>
      <Modal
        opened={opened === 'manage'}
        onClose={() => setOpened(null)}
        title={t('import:templates.manage')}
        size="lg"
      >
        {templates.map((template) => (
          <TemplateLine key={template.id} template={template} />
        ))}
      </Modal>
    </>
  );
}

function SaveTemplate({ content, onDone }: { content: TemplateToSave; onDone: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<AppError | null>(null);
  const save = useHostMutation('import.saveTemplate', {
    onSuccess: () => {
      notifyDone(t('import:templates.saved', { name: name.trim() }));
      onDone();
    },
    onError: setProblem,
  });
  const isTaken = problem?.code === 'import.templateNameTaken';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') save.mutate({ name: name.trim(), replace: isTaken, content });
  };
  return (
    <form onSubmit={submit}>
      <TextInput
        data-autofocus
        label={t('import:templates.name')}
        placeholder={t('import:templates.namePlaceholder')}
        maxLength={200}
        value={name}
        error={problem === null ? undefined : wordsForError(problem.toPayload())}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setProblem(null);
        }}
      />
      <Group justify="flex-end" mt={12}>
        <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
          {isTaken ? t('import:templates.replace') : t('import:templates.saveButton')}
        </Button>
      </Group>
    </form>
  );
}

function TemplateLine({ template }: { template: ImportTemplate }) {
  const { t } = useTranslation();
  const { id } = template;
  const [name, setName] = useState(template.name);
  const rename = useHostMutation('import.renameTemplate', {
    onError: (error) => {
      setName(template.name);
      notifyError(error);
    },
  });
  const remove = useHostMutation('import.removeTemplate');
  const carryOut = async () => {
    await host.call('shell.deliverFile', await host.call('import.exportTemplate', { id }));
  };
  const keep = () => {
    if (name.trim() === '') setName(template.name);
    else if (name.trim() !== template.name) rename.mutate({ id, name: name.trim() });
  };
  return (
    <Group gap={6} wrap="nowrap" mb={6}>
      <TextInput
        flex={1}
        aria-label={t('import:templates.nameOf', { name: template.name })}
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
        }}
      />
      <Tooltip label={t('import:templates.export')}>
        <ActionIcon
          aria-label={t('import:templates.exportOf', { name: template.name })}
          onClick={() => void carryOut().catch(notifyError)}
        >
          <IconDownload size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('import:templates.remove')}>
        <ActionIcon
          aria-label={t('import:templates.removeOf', { name: template.name })}
          onClick={() => remove.mutate({ id })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}
