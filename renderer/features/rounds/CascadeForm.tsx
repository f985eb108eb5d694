import { Badge, Button, Checkbox, Group, Loader, NumberInput, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseSummary, HouseView } from '../../../core/contract/house.contract.ts';
import { carriedWhats, usualCarriedScale } from '../../../core/domain/house/cascade.ts';
import { houseFigures } from '../../../core/domain/house/house-figures.ts';
import { figureOptionsOf, modelOfView } from '../../../core/domain/house/house-of-view.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { notifyDone } from '../../shared/ui/notify.ts';
import { type ChosenByCut, chosenByCut } from './chosen-by-cut.ts';
import { NamedForm } from './NamedForm.tsx';
import classes from './Rounds.module.css';

interface CascadeFormProps {
  house: HouseSummary;
  onMade: (houseId: number) => void;
}

/** Chooses the HOWs that become the WHATs of the next house. */
export function CascadeForm({ house, onMade }: CascadeFormProps) {
  const { t } = useTranslation();
  const { data: view } = useHostQuery('house.get', { id: house.id });
  if (view?.id !== house.id) return <Loader size="sm" aria-label={t('app:loading')} />;
  return <ChooseHows view={view} onMade={onMade} />;
}

function ChooseHows({ view, onMade }: { view: HouseView; onMade: (houseId: number) => void }) {
  const { t, i18n } = useTranslation();
  const [name, setName] = useState(
    t('cascade:form.suggestedName', { name: view.name }).slice(0, 200),
  );
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(view.hows.flatMap(({ howId, csfId }) => (csfId === null ? [] : [howId]))),
  );
  const [share, setShare] = useState(80);
  const [cut, setCut] = useState<{ share: number } & Omit<ChosenByCut, 'howIds'>>();
  const model = useMemo(() => modelOfView(view), [view]);
  const figures = useMemo(() => houseFigures(model, figureOptionsOf(view)), [model, view]);
  const carried = new Map(
    carriedWhats(model, figures, chosen, usualCarriedScale).map((what) => [what.fromHowId, what]),
  );
  const cascade = useHostMutation('house.cascade', {
    onSuccess: ({ id }) => {
      modals.closeAll();
      notifyDone(t('cascade:form.done', { name: name.trim(), count: chosen.size }));
      onMade(id);
    },
  });
  const byCut = () => {
    const { howIds, ...counts } = chosenByCut(view.hows, figures.hows.absolute, share / 100);
    setChosen(howIds);
    setCut({ share, ...counts });
  };
  const toggle = (howId: number) => {
    const next = new Set(chosen);
    if (!next.delete(howId)) next.add(howId);
    setChosen(next);
    setCut(undefined);
  };
  const percent = new Intl.NumberFormat(i18n.language, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const ordered = view.hows
    .map((how, place) => ({
      how,
      rank: figures.hows.rank[place] ?? 1,
      relative: figures.hows.relative[place] ?? null,
    }))
    .toSorted((a, b) => a.rank - b.rank);
  return (
    <NamedForm
      hint={t('cascade:form.hint')}
      nameLabel={t('cascade:form.name')}
      name={name}
      onName={setName}
      submitLabel={t('cascade:form.submit')}
      busy={cascade.isPending}
      disabled={chosen.size === 0}
      onSubmit={(named) => {
        const howIds = view.hows.flatMap(({ howId }) => (chosen.has(howId) ? [howId] : []));
        cascade.mutate({ houseId: view.id, howIds, name: named });
      }}
    >
      <Group gap={8} align="flex-end">
        <NumberInput
          w={150}
          label={t('cascade:form.share')}
          suffix="%"
          min={1}
          max={100}
          value={share}
          onChange={(value) => setShare(Number(value) || 1)}
        />
        <Button variant="default" onClick={byCut}>
          {t('cascade:form.byCut')}
        </Button>
        <Text size="sm" ml="auto">
          {t('cascade:form.chosen', { count: chosen.size, all: view.hows.length })}
        </Text>
      </Group>
      <Text size="xs" c="dimmed" role="status" mt={-6}>
        {cut !== undefined && (
          <>
            {t('cascade:form.cut', { percent: cut.share, count: cut.above })}
            {cut.tied > 0 && ` ${t('cascade:form.cutTied', { count: cut.tied })}`}
            {cut.keptCsfs > 0 && ` ${t('cascade:form.cutKept', { count: cut.keptCsfs })}`}
          </>
        )}
      </Text>
      <div className={classes.chooser}>
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={36} />
              <Table.Th>{t('cascade:form.how')}</Table.Th>
              <Table.Th ta="right">{t('cascade:form.rank')}</Table.Th>
              <Table.Th ta="right">{t('cascade:form.weight')}</Table.Th>
              <Table.Th ta="right">{t('cascade:form.importance')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ordered.map(({ how, rank, relative }) => (
              <Table.Tr key={how.howId}>
                <Table.Td>
                  <Checkbox
                    aria-label={how.name}
                    checked={chosen.has(how.howId)}
                    onChange={() => toggle(how.howId)}
                  />
                </Table.Td>
                <Table.Td>
                  {how.number} {how.name}{' '}
                  {how.csfId !== null && (
                    <Badge size="xs" variant="light">
                      CSF
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td ta="right">{rank}</Table.Td>
                <Table.Td ta="right">{relative === null ? '–' : percent.format(relative)}</Table.Td>
                <Table.Td ta="right">
                  {carried.get(how.howId)?.importance.toFixed(1) ?? ''}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </NamedForm>
  );
}
