import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Loader,
  type MantineColorsTuple,
  type MantineThemeOverride,
  Menu,
  Modal,
  MultiSelect,
  mergeThemeOverrides,
  NumberInput,
  SegmentedControl,
  Select,
  Table,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

const lake: MantineColorsTuple = [
  '#e3f0f6',
  '#cbe1ec',
  '#9cc6db',
  '#69aac9',
  '#3f92ba',
  '#2382af',
  '#0f6690',
  '#0c587d',
  '#094a6b',
  '#053a55',
];

/** Mantine's greys of the dark scheme, in the blue-grey of our own surfaces. */
const dark: MantineColorsTuple = [
  '#e4e9ee',
  '#c8d0d8',
  '#a3b0bd',
  '#7d8a97',
  '#414d5a',
  '#36414c',
  '#242d36',
  '#1c232b',
  '#181e25',
  '#14191f',
];

/** Dense and calm: small controls, one accent, no shadows where a line will do. */
const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: 6,
  autoContrast: true,
  colors: { lake, dark },
  fontFamily: 'var(--csm-font)',
  fontFamilyMonospace: 'ui-monospace, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: {
    fontFamily: 'var(--csm-font)',
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'xs' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs' } }),
    Select: Select.extend({ defaultProps: { size: 'xs', checkIconPosition: 'right' } }),
    MultiSelect: MultiSelect.extend({ defaultProps: { size: 'xs' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs' } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    // Named by its aria-label, which a bare span may not carry.
    Loader: Loader.extend({ defaultProps: { role: 'status' } }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'md',
        withinPortal: true,
        // A thing to focus that is no entry is not allowed in a menu.
        withInitialFocusPlaceholder: false,
      },
    }),
    // Nothing behind a dialog scrolls, and the lock would add a style sheet without our nonce.
    Modal: Modal.extend({
      defaultProps: {
        overlayProps: { backgroundOpacity: 0.35 },
        lockScroll: false,
        transitionProps: { duration: 0 },
      },
    }),
    Drawer: Drawer.extend({
      defaultProps: { overlayProps: { backgroundOpacity: 0.35 }, lockScroll: false },
    }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 10, fz: 'sm' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
});

/** The same in the words of a language: what closes a dialog has no name of its own. */
export function themeIn(words: { close: string }): MantineThemeOverride {
  const defaultProps = { closeButtonProps: { 'aria-label': words.close } };
  return mergeThemeOverrides(theme, {
    components: {
      Modal: Modal.extend({ defaultProps }),
      Drawer: Drawer.extend({ defaultProps }),
    },
  });
}

const tinted = ['red', 'orange', 'yellow', 'green', 'teal', 'cyan', 'blue', 'gray', 'lake'];

/**
 * Text on a tint of its own colour (light badges and buttons) with at least 4.5 : 1, which the stock
 * shades of the warm colours miss.
 */
function tintTexts(mixedWith: 'black' | 'white', shade: number): Record<string, string> {
  return Object.fromEntries(
    tinted.map((color) => [
      `--mantine-color-${color}-light-color`,
      `color-mix(in srgb, var(--mantine-color-${color}-${shade}), ${mixedWith} 40%)`,
    ]),
  );
}

/** Tints in our own soft colours: the stock ones are loud beside our surfaces. */
const tints: Record<string, string> = {
  red: 'bad',
  orange: 'warn',
  yellow: 'warn',
  green: 'good',
  teal: 'good',
  cyan: 'accent',
  blue: 'accent',
  lake: 'accent',
};

function tintGrounds(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tints).flatMap(([color, tone]) => [
      [`--mantine-color-${color}-light`, `var(--csm-${tone}-soft)`],
      [
        `--mantine-color-${color}-light-hover`,
        `color-mix(in srgb, var(--csm-${tone}-soft), var(--csm-${tone}) 12%)`,
      ],
    ]),
  );
}

/** Makes Mantine's own surfaces take our tokens, in both colour schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const surfaces = {
    '--mantine-color-body': 'var(--csm-surface)',
    '--mantine-color-text': 'var(--csm-text)',
    '--mantine-color-dimmed': 'var(--csm-text-soft)',
    '--mantine-color-default-border': 'var(--csm-line-strong)',
    '--mantine-color-placeholder': 'var(--csm-text-soft)',
    // White on the stock red has 3.3 : 1.
    '--mantine-color-red-filled': '#b02a1e',
    '--mantine-color-red-filled-hover': '#96231a',
  };
  return {
    variables: {},
    light: { ...surfaces, ...tintGrounds(), ...tintTexts('black', 9) },
    dark: { ...surfaces, ...tintGrounds(), ...tintTexts('white', 3) },
  };
};
