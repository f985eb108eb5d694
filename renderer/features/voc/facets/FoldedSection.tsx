import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import classes from './FacetPanel.module.css';

interface FoldedSectionProps {
  title: string;
  /** How many of its values the list is narrowed to. */
  chosen: number;
  open: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** A part of the panel that one opens and closes by its title. */
export function FoldedSection({ title, chosen, open, onToggle, children }: FoldedSectionProps) {
  const bodyId = useId();
  return (
    <section className={classes.section} aria-label={title}>
      <UnstyledButton
        className={classes.title}
        aria-expanded={open}
        aria-controls={open ? bodyId : undefined}
        onClick={onToggle}
      >
        {open ? <IconChevronDown size={13} /> : <IconChevronRight size={13} />}
        <span className={classes.titleText}>{title}</span>
        {chosen > 0 && <span className={classes.chosenCount}>{chosen}</span>}
      </UnstyledButton>
      {open && <div id={bodyId}>{children}</div>}
    </section>
  );
}
