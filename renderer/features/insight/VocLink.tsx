import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { VocFilter } from '../../../core/contract/voc.contract.ts';

interface VocLinkProps {
  filter: VocFilter;
  children: ReactNode;
  label?: string;
}

/** A word or a figure that opens the VOC it stands for. */
export function VocLink({ filter, children, label }: VocLinkProps) {
  return (
    <Anchor
      size="sm"
      aria-label={label}
      renderRoot={(props) => <Link to="/voc" search={{ filter }} {...props} />}
    >
      {children}
    </Anchor>
  );
}
