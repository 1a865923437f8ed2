// The screens over a bridge: theme, the mirrored host, and one of three stages: what keeps Seamline from starting, set-up until
// it is finished, the frame with its six places.
import { useEffect } from 'react';
import { MantineProvider, useMantineColorScheme, type MantineColorSchemeManager } from '@mantine/core';
import type { Bridge } from './bridge/bridge.ts';
import { BlockedScreen } from './screens/blocked/blocked.tsx';
import { Frame } from './screens/frame/frame.tsx';
import { SetUp } from './screens/set-up/set-up.tsx';
import { systemClock, type Clock } from './state/clock.ts';
import { HostProvider, useLost, useStoreValue } from './state/host.tsx';
import './theme/styles.ts';
import { theme } from './theme/theme.ts';
import { LoadingRows } from './ui/cards.tsx';

interface AppProps {
  readonly bridge: Bridge;
  readonly clock?: Clock;
  /** The nonce that the page's policy asks of style elements. */
  readonly styleNonce?: string;
}

export function App({ bridge, clock = systemClock, styleNonce = '' }: AppProps) {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={noMemory}
      getStyleNonce={() => styleNonce}
      // Mantine's variables and classes come as files, so that it adds no style element of its own.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <HostProvider bridge={bridge} clock={clock}>
        <ChosenTheme />
        <Stage />
      </HostProvider>
    </MantineProvider>
  );
}

/** The theme is a setting like any other: the page keeps none of its own. */
const noMemory: MantineColorSchemeManager = {
  get: (fallback) => fallback,
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

function ChosenTheme() {
  const theme = useStoreValue('settings')?.settings.app.theme ?? 'system';
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [setColorScheme, theme]);
  return null;
}

function Stage() {
  const app = useStoreValue('app');
  const run = useStoreValue('run');
  const settings = useStoreValue('settings');
  const revisions = useStoreValue('revisions');
  const attention = useStoreValue('attention');
  const lost = useLost();
  // Nothing was ever told, so there is nothing to show beside it.
  if (app === null && lost !== null) return <BlockedScreen error={lost} />;
  if (app?.stage === 'blocked' && app.blockedBy !== null) return <BlockedScreen error={app.blockedBy} />;
  if (app === null || run === null || settings === null || revisions === null || attention === null)
    return <LoadingRows count={6} height={48} />;
  return app.stage === 'set-up' ? <SetUp /> : <Frame />;
}
