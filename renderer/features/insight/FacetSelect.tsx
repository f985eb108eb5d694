import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type VocFacetName,
  vocFacetFields,
  vocFacetSchema,
} from '../../../core/contract/voc.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';

interface FacetSelectProps {
  label: string;
  value: VocFacetName;
  onChange: (facet: VocFacetName) => void;
}

/** By which facet to cut, the columns that came with imports among them. */
export function FacetSelect({ label, value, onChange }: FacetSelectProps) {
  const { t } = useTranslation();
  const { data: extras = [] } = useHostQuery('voc.listExtraFields', {});
  return (
    <Select
      aria-label={label}
      w={170}
      allowDeselect={false}
      data={[
        ...vocFacetFields.map((facet) => ({ value: facet, label: t(`voc:facets.${facet}`) })),
        ...extras.map(({ id, name }) => ({ value: `extra:${id}`, label: name })),
      ]}
      value={value}
      onChange={(chosen) => {
        const parsed = vocFacetSchema.safeParse(chosen);
        if (parsed.success) onChange(parsed.data);
      }}
    />
  );
}
