import { Badge, Select, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type {
  LayoutFinding,
  MatrixLayout,
  RoofLayout,
} from '../../../../core/contract/matrix-layout.ts';
import type { HouseModel } from '../../../../core/domain/house/house-model.ts';
import { leavesOf } from '../../../../core/domain/house/house-tree.ts';

interface FindingListProps {
  findings: readonly LayoutFinding[];
  model: HouseModel;
  layout: MatrixLayout;
  onChange: (layout: MatrixLayout) => void;
}

const roofKinds = [
  'leftTriangle',
  'rightTriangle',
  'table',
] as const satisfies RoofLayout['kind'][];

/** What the table was taken for, and how sure that is. */
export function FindingList({ findings, model, layout, onChange }: FindingListProps) {
  const { t } = useTranslation();
  const hasImportance = layout.importanceColumn !== null;
  return (
    <section aria-label={t('houseFile:table.found')}>
      <Text size="sm" fw={600} mb={4}>
        {t('houseFile:table.size', {
          whats: leavesOf(model.whats).length,
          hows: leavesOf(model.hows).length,
          relations: model.relations.flat().filter((value) => value > 0).length,
          roof: model.roof.length,
        })}
      </Text>
      {findings.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('houseFile:table.notFound')}
        </Text>
      )}
      <Table>
        <Table.Tbody>
          {findings.map(({ part, reason, confidence }) => (
            <Table.Tr key={part}>
              <Table.Th scope="row">{t(`houseFile:finding.${part}`)}</Table.Th>
              <Table.Td>{t(`houseFile:reason.${reason}`)}</Table.Td>
              <Table.Td>
                <Badge miw="max-content" variant="light" color={confidenceColor(confidence)}>
                  {t(`houseFile:sure.${sureness(confidence)}`)}
                </Badge>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {!hasImportance && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('houseFile:table.noImportance')}
        </Text>
      )}
      {layout.roof !== null && (
        <Select
          mt={8}
          label={t('houseFile:table.roofKind')}
          allowDeselect={false}
          data={roofKinds.map((kind) => ({ value: kind, label: t(`houseFile:roofKind.${kind}`) }))}
          value={layout.roof.kind}
          onChange={(value) => {
            const kind = roofKinds.find((each) => each === value);
            if (kind !== undefined && layout.roof !== null) {
              onChange({ ...layout, roof: { ...layout.roof, kind } });
            }
          }}
        />
      )}
    </section>
  );
}

function sureness(confidence: number): 'sure' | 'likely' | 'unsure' {
  if (confidence >= 0.8) return 'sure';
  return confidence >= 0.5 ? 'likely' : 'unsure';
}

function confidenceColor(confidence: number): string {
  return { sure: 'teal', likely: 'blue', unsure: 'orange' }[sureness(confidence)];
}
