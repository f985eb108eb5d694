import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PasteCell, PastePlan, PasteRow } from './grid/paste-plan.ts';
import classes from './PasteDialog.module.css';

interface PasteDialogProps {
  plan: PastePlan | null;
  onClose: () => void;
  onApply: (plan: PastePlan) => void;
}

const mostPreviewed = 8;

/** What a pasted block will change, and what of it cannot be taken and why, before anything changes. */
export function PasteDialog({ plan, onClose, onApply }: PasteDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={plan !== null} onClose={onClose} title={t('voc:paste.title')} size="xl">
      {plan !== null && <PasteBody plan={plan} onClose={onClose} onApply={onApply} />}
    </Modal>
  );
}

function PasteBody({ plan, onClose, onApply }: PasteDialogProps & { plan: PastePlan }) {
  const { t } = useTranslation();
  const shown = previewRows(plan);
  return (
    <Stack gap={10}>
      <Text size="sm">
        {t('voc:paste.summary', { rows: plan.changes.length, cells: plan.taken })}
      </Text>
      {plan.same > 0 && (
        <Text size="sm" c="dimmed">
          {t('voc:paste.same', { count: plan.same })}
        </Text>
      )}
      {plan.refused > 0 && (
        <Text size="sm" c="var(--csm-bad)" role="alert">
          {t('voc:paste.refused', { count: plan.refused })}
        </Text>
      )}
      {plan.skipped.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('voc:paste.skipped', { columns: plan.skipped.join(', ') })}
        </Text>
      )}
      {plan.beyond.rows + plan.beyond.columns > 0 && (
        <Text size="sm" c="dimmed">
          {t('voc:paste.beyond', plan.beyond)}
        </Text>
      )}
      <div className={classes.preview}>
        <Table fz="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('voc:fields.id')}</Table.Th>
              {plan.columns.map(({ id, header }) => (
                <Table.Th key={id}>{header}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(({ id, cells }) => (
              <Table.Tr key={id}>
                <Table.Td>{id}</Table.Td>
                {cells.map((cell, place) => (
                  <Table.Td
                    key={plan.columns[place]?.id}
                    className={classes.cell}
                    data-effect={cell.effect.kind}
                  >
                    <Effect cell={cell} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {plan.rows.length > shown.length && (
        <Text size="xs" c="dimmed">
          {t('voc:paste.more', { count: plan.rows.length - shown.length })}
        </Text>
      )}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={onClose}>
          {t('app:cancel')}
        </Button>
        <Button data-autofocus disabled={plan.taken === 0} onClick={() => onApply(plan)}>
          {plan.refused > 0 ? t('voc:paste.applyRest') : t('voc:paste.apply')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What stands there now, and what will. */
function Effect({ cell: { before, effect } }: { cell: PasteCell }) {
  const { t } = useTranslation();
  const old = <Value text={before} />;
  switch (effect.kind) {
    case 'changes':
      return (
        <>
          <del className={classes.before}>{old}</del>
          <span className={classes.arrow}> → </span>
          <ins className={classes.after}>
            <Value text={effect.after} />
          </ins>
        </>
      );
    case 'refused':
      return (
        <>
          {old}
          <span className={classes.reason}>
            {t('voc:paste.notTaken', { text: effect.text, reason: effect.reason })}
          </span>
        </>
      );
    default:
      return old;
  }
}

function Value({ text }: { text: string }) {
  const { t } = useTranslation();
  return text === '' ? <span className={classes.nothing}>{t('voc:paste.nothing')}</span> : text;
}

/** Rows with a refusal come first: they are what one has to look at. */
function previewRows({ rows }: PastePlan) {
  const isRefused = (row: PasteRow) => row.cells.some(({ effect }) => effect.kind === 'refused');
  return [...rows.filter(isRefused), ...rows.filter((row) => !isRefused(row))].slice(
    0,
    mostPreviewed,
  );
}
