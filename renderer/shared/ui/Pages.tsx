import { Pagination } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PagesProps {
  /** How many there are; nothing is shown for one. */
  count: number;
  /** From 0. */
  page: number;
  onPage: (page: number) => void;
}

/** The pages of a list that is read page by page. */
export function Pages({ count, page, onPage }: PagesProps) {
  const { t } = useTranslation();
  if (count <= 1) return null;
  return (
    <Pagination
      size="sm"
      total={count}
      value={page + 1}
      onChange={(next) => onPage(next - 1)}
      getControlProps={(control) => ({ 'aria-label': t(`app:pages.${control}`) })}
    />
  );
}
