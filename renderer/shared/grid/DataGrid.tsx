import { AllCommunityModule, ModuleRegistry } from 'ag-grid-community';
import { AgGridReact, type AgGridReactProps } from 'ag-grid-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { cspNonce } from '../ui/csp-nonce.ts';
import classes from './DataGrid.module.css';
import { gridTheme } from './grid-theme.ts';
import { gridWords } from './grid-words.ts';

ModuleRegistry.registerModules([AllCommunityModule]);

interface DataGridProps<Row> extends AgGridReactProps<Row> {
  /** Names the grid for assistive technology. */
  label: string;
}

/** AG Grid as every list of ours uses it. */
export function DataGrid<Row>({ label, ...props }: DataGridProps<Row>) {
  const { t, i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language
  const localeText = useMemo(() => gridWords(t), [i18n.language]);
  return (
    <section className={classes.grid} aria-label={label}>
      <AgGridReact<Row>
        key={i18n.language}
        theme={gridTheme}
        localeText={localeText}
        styleNonce={cspNonce}
        suppressCellFocus={false}
        enterNavigatesVertically
        enterNavigatesVerticallyAfterEdit
        {...props}
      />
    </section>
  );
}
