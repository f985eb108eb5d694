import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocFacet, VocFacetName, VocFilter } from '../../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { chosenValues, withChosen } from '../../../shared/voc/facet-filter.ts';
import classes from './FacetPanel.module.css';
import { FoldedSection } from './FoldedSection.tsx';
import { hasFixedValues, type ShownValue, shownValues, toggledValues } from './facet-model.ts';
import { facetValueWords } from './facet-words.ts';

interface FacetSectionProps {
  facet: VocFacetName;
  title: string;
  /** Undefined while it is not counted yet. */
  counted: VocFacet | undefined;
  filter: VocFilter;
  onChange: (filter: VocFilter) => void;
  open: boolean;
  onToggle: () => void;
}

/** Values listed before one asks for more. */
const few = 6;
/** Values that typing finds among. */
const mostValues = 1000;

/** What else there is of one property, how often, and which of it the list is narrowed to. */
export function FacetSection(props: FacetSectionProps) {
  const { facet, title, counted, filter, onChange, open, onToggle } = props;
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const [sought, setSought] = useState('');
  const chosen = chosenValues(filter, facet);
  const whole = useHostQuery(
    'voc.facets',
    { filter, facets: [facet], limit: mostValues },
    { enabled: open && all && !hasFixedValues(facet) },
  );
  const known = (all ? whole.data?.facets[0] : undefined) ?? counted;
  const values = shownValues(facet, known?.values, chosen);
  const words = (entry: ShownValue) => facetValueWords(t, facet, entry.value, entry.label);
  const found = values.filter((entry) => words(entry).toLowerCase().includes(sought.toLowerCase()));
  const isLong = !hasFixedValues(facet) && values.length + (known?.others.values ?? 0) > few;
  const listed = all || !isLong ? found : values.slice(0, few + chosen.length);
  const most = Math.max(1, ...values.map(({ count }) => count ?? 0));
  if (values.length === 0 && counted !== undefined && open) return null;

  const choose = (value: string, only: boolean) =>
    onChange(withChosen(filter, facet, only ? [value] : toggledValues(chosen, value)));
  return (
    <FoldedSection title={title} chosen={chosen.length} open={open} onToggle={onToggle}>
      {all && (
        <TextInput
          size="xs"
          mb={4}
          aria-label={t('voc:facets.find', { field: title })}
          placeholder={t('voc:facets.find', { field: title })}
          leftSection={<IconSearch size={13} />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setSought('');
          }}
        />
      )}
      <ValueList
        title={title}
        values={listed}
        words={words}
        most={most}
        language={i18n.language}
        onChoose={choose}
      />
      {all && found.length === 0 && <p className={classes.none}>{t('voc:facets.notFound')}</p>}
      {isLong && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => {
            setAll(!all);
            setSought('');
          }}
        >
          {all ? t('voc:facets.less') : t('voc:facets.more')}
        </Button>
      )}
    </FoldedSection>
  );
}

interface ValueListProps {
  title: string;
  values: readonly ShownValue[];
  words: (entry: ShownValue) => string;
  /** The largest count: the bar of that length fills its row. */
  most: number;
  language: string;
  onChoose: (value: string, only: boolean) => void;
}

/** One Tab stop; the arrow keys go from value to value, Space chooses, Alt chooses this one only. */
function ValueList({ title, values, words, most, language, onChoose }: ValueListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLFieldSetElement>(null);
  const [stop, setStop] = useState<string | null>(null);
  const stopValue = values.some(({ value }) => value === stop) ? stop : values[0]?.value;
  const onKeyDown = (event: KeyboardEvent, place: number, value: string) => {
    if ((event.key === ' ' || event.key === 'Enter') && event.altKey) {
      event.preventDefault();
      onChoose(value, true);
    }
    if (event.key === 'Enter' && !event.altKey) onChoose(value, false);
    const steps: Record<string, number> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      Home: 0,
      End: values.length - 1,
    };
    const target = steps[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const boxes = list.current?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]');
    boxes?.[Math.max(0, Math.min(target, values.length - 1))]?.focus();
  };
  return (
    <fieldset ref={list} aria-label={title} className={classes.values}>
      {values.map((entry, place) => {
        const label = words(entry);
        const count = entry.count?.toLocaleString(language) ?? '';
        return (
          <div
            key={entry.value}
            className={classes.value}
            data-none={entry.count === 0 || undefined}
          >
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: its box hears Alt with Enter or Space */}
            <label
              className={classes.label}
              title={label}
              onClick={(event: MouseEvent) => {
                if (!event.altKey) return;
                event.preventDefault();
                onChoose(entry.value, true);
              }}
            >
              <span
                className={classes.bar}
                aria-hidden
                style={{ width: `${((entry.count ?? 0) / most) * 100}%` }}
              />
              <input
                type="checkbox"
                checked={entry.chosen}
                tabIndex={entry.value === stopValue ? 0 : -1}
                aria-label={count === '' ? label : t('voc:facets.valueCount', { label, count })}
                onFocus={() => setStop(entry.value)}
                onChange={() => onChoose(entry.value, false)}
                onKeyDown={(event) => onKeyDown(event, place, entry.value)}
              />
              <span className={classes.name}>{label}</span>
              <span className={classes.count}>{count}</span>
            </label>
            <button
              type="button"
              tabIndex={-1}
              className={classes.only}
              aria-label={t('voc:facets.onlyThis', { label })}
              onClick={() => onChoose(entry.value, true)}
            >
              {t('voc:facets.only')}
            </button>
          </div>
        );
      })}
    </fieldset>
  );
}
