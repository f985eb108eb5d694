import { themeQuartz } from 'ag-grid-community';

/** AG Grid in our tokens: dense rows, thin lines, no zebra. */
export const gridTheme = themeQuartz.withParams({
  fontFamily: 'var(--csm-font)',
  fontSize: 13,
  headerFontSize: 12,
  headerFontWeight: 600,
  rowHeight: 32,
  headerHeight: 34,
  spacing: 6,
  accentColor: 'var(--csm-accent)',
  backgroundColor: 'var(--csm-surface)',
  foregroundColor: 'var(--csm-text)',
  headerBackgroundColor: 'var(--csm-surface-sunken)',
  headerTextColor: 'var(--csm-text-soft)',
  borderColor: 'var(--csm-line)',
  rowHoverColor: 'var(--csm-surface-sunken)',
  selectedRowBackgroundColor: 'var(--csm-accent-soft)',
  // Native boxes and bars within follow the page into the dark.
  browserColorScheme: 'inherit',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});
