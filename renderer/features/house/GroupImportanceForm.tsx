import { Button, Group, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView, HouseWhat } from '../../../core/contract/house.contract.ts';
import {
  groupImportance,
  groupImportanceRange,
  sharedImportance,
} from '../../../core/domain/house/group-importance.ts';
import { parseGroupImportanceEntry } from '../../../core/domain/house/importance-entry.ts';
import { Floating } from './Floating.tsx';
import classes from './GroupImportanceForm.module.css';
import type { HouseEdit } from './house-edit.ts';
import { importanceEdit } from './line-importance.ts';
import { leavesOfGroup } from './matrix-lines.ts';

interface GroupImportanceFormProps {
  view: HouseView;
  groupId: number;
  anchor: DOMRect;
  onEdit: (edit: HouseEdit) => void;
  onClose: () => void;
}

type Sharing = 'proportional' | 'even';

/** Gives a group an importance, which its WHATs share; shows what each of them gets before it is kept. */
export function GroupImportanceForm(props: GroupImportanceFormProps) {
  const { view, groupId, anchor, onClose } = props;
  const { t } = useTranslation();
  const group = view.whatGroups.find(({ whatId }) => whatId === groupId);
  const leaves = leavesOfGroup(view, groupId);
  const [entry, setEntry] = useState(() => String(groupImportance(importancesOf(leaves)) ?? ''));
  const [sharing, setSharing] = useState<Sharing>('proportional');

  const weights = sharing === 'even' ? leaves.map(() => 1) : importancesOf(leaves);
  const given = parseGroupImportanceEntry(entry);
  const shares = given === null ? null : sharedImportance(weights, given);
  const { least, most } = groupImportanceRange(weights);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (shares === null) return;
    const values = leaves.map(({ whatId, importance }, at) => ({
      whatId,
      importance: shares[at] ?? importance,
    }));
    const edit = importanceEdit(view, values);
    if (edit !== null) props.onEdit(edit);
    onClose();
  };
  return (
    <Floating anchor={anchor} label={t('house:group.share')} onClose={onClose}>
      <form onSubmit={submit}>
        <Stack gap={10}>
          <TextInput
            label={t('house:group.importance', { name: group?.name })}
            description={t('house:group.importanceHint')}
            inputMode="decimal"
            autoComplete="off"
            value={entry}
            error={
              shares === null
                ? t('house:matrix.groupImportanceRange', { least, most, count: leaves.length })
                : null
            }
            data-autofocus
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setEntry(event.currentTarget.value)}
          />
          <SegmentedControl
            size="xs"
            aria-label={t('house:group.sharing')}
            value={sharing}
            onChange={(chosen) => setSharing(chosen === 'even' ? 'even' : 'proportional')}
            data={[
              { value: 'proportional', label: t('house:group.shareInProportion') },
              { value: 'even', label: t('house:group.shareEvenly') },
            ]}
          />
          <Shares leaves={leaves} shares={shares} />
          <Group justify="flex-end" gap={6}>
            <Button variant="default" onClick={onClose}>
              {t('app:cancel')}
            </Button>
            <Button type="submit" disabled={shares === null}>
              {t('house:group.shareNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Floating>
  );
}

interface SharesProps {
  leaves: readonly HouseWhat[];
  shares: readonly number[] | null;
}

function Shares({ leaves, shares }: SharesProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={classes.shares} tabIndex={0} aria-label={t('house:group.shares')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('house:matrix.whats')}</th>
            <th scope="col">{t('house:group.importanceNow')}</th>
            <th scope="col">{t('house:group.importanceThen')}</th>
          </tr>
        </thead>
        <tbody>
          {leaves.map(({ whatId, number, name, importance }, at) => (
            <tr key={whatId}>
              <th scope="row" title={name}>
                <span>{number}</span> {name}
              </th>
              <td>{importance}</td>
              <td data-changed={(shares?.[at] ?? importance) !== importance || undefined}>
                {shares?.[at] ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function importancesOf(leaves: readonly HouseWhat[]): number[] {
  return leaves.map(({ importance }) => importance);
}
