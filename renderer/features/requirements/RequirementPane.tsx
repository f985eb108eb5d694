import { Button, Group, MultiSelect, Text, Textarea, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequirementRow } from '../../../core/contract/requirement.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { TrailButton } from '../../shared/trail/TrailButton.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { Judgement } from './Judgement.tsx';
import { MergeButton } from './MergeButton.tsx';
import { QuoteOf } from './QuoteOf.tsx';
import classes from './RequirementPane.module.css';

interface RequirementPaneProps {
  ref: Ref<HTMLDivElement>;
  requirement: RequirementRow | undefined;
  hasChildren: boolean;
}

/** One requirement: what it means, whose words it comes from, and which survey items measure it. */
export function RequirementPane({ ref, requirement, hasChildren }: RequirementPaneProps) {
  const { t } = useTranslation();
  if (requirement === undefined) {
    return (
      <Text c="dimmed" size="sm" ta="center" p="lg" m="auto">
        {t('requirement:pane.choose')}
      </Text>
    );
  }
  return (
    <>
      <header className={classes.header} ref={ref} tabIndex={-1}>
        <div>
          <Text size="xs" c="dimmed">
            {t('requirement:pane.code', { code: requirement.code, level: requirement.level })}
          </Text>
          <Title order={2}>{requirement.name}</Title>
        </div>
        <TrailButton kind="requirement" id={requirement.id} />
      </header>
      <div className={classes.body}>
        <Description key={requirement.id} requirement={requirement} />
        <QuoteOf requirement={requirement} />
        <Judgement key={`judged ${requirement.id}`} requirement={requirement} />
        <ItemPicker requirement={requirement} />
        <EvidenceList
          key={`evidence ${requirement.id}`}
          requirement={requirement}
          hasChildren={hasChildren}
        />
        <Group p={12}>
          <Button
            variant="default"
            size="compact-xs"
            renderRoot={(props) => <Link to="/house" {...props} />}
          >
            {t('requirement:pane.toHouse')}
          </Button>
          <MergeButton requirement={requirement} />
        </Group>
      </div>
    </>
  );
}

/** Saved as one leaves it. */
function Description({ requirement }: { requirement: RequirementRow }) {
  const { t } = useTranslation();
  const [text, setText] = useState(requirement.description);
  const saved = useRef(requirement.description);
  const update = useHostMutation('requirement.update');
  useEffect(() => {
    saved.current = requirement.description;
    setText(requirement.description);
  }, [requirement.description]);
  const save = () => {
    if (text === saved.current) return;
    saved.current = text;
    update.mutate({ id: requirement.id, description: text });
  };
  return (
    <div className={classes.section}>
      <Textarea
        label={t('requirement:pane.description')}
        placeholder={t('requirement:pane.descriptionHint')}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText(saved.current);
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
    </div>
  );
}

function ItemPicker({ requirement }: { requirement: RequirementRow }) {
  const { t } = useTranslation();
  const { data: items = [] } = useHostQuery('survey.listItems', {});
  const setItems = useHostMutation('requirement.setItems');
  return (
    <div className={classes.section}>
      <MultiSelect
        label={t('requirement:pane.items')}
        placeholder={
          items.length === 0 ? t('requirement:pane.noItemsYet') : t('requirement:pane.itemsHint')
        }
        disabled={items.length === 0}
        searchable
        data={items.map((item) => ({ value: String(item.id), label: item.label }))}
        value={requirement.itemIds.map(String)}
        nothingFoundMessage={t('requirement:pane.noItemFound')}
        onChange={(ids) =>
          setItems.mutate({ requirementId: requirement.id, itemIds: ids.map(Number) })
        }
      />
    </div>
  );
}
