// Mantine takes our type, radii and behaviour; its colours are pointed at the tokens in tokens.css.
import { createTheme } from '@mantine/core';

export const theme = createTheme({
  fontFamily: 'var(--font)',
  focusRing: 'never',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 500, withinPortal: true, position: 'bottom' } },
    Menu: { defaultProps: { withinPortal: true, position: 'bottom-end', offset: 4 } },
  },
});
