// The gallery: `?state=orders-hold&theme=dark` shows one state of one screen over a host of fixtures, at a fixed time.
import '../../renderer/no-eval.ts';
import { createRoot } from 'react-dom/client';
import { App } from '../../renderer/app.tsx';
import { styleNonce } from '../../renderer/bridge/index.ts';
import { fixtureBridge, themed } from './bridge.ts';
import { galleryClock } from './clock.ts';
import { galleryStates } from './states.ts';

const wanted = new URLSearchParams(location.search);
const name = wanted.get('state') ?? 'home-running';
const state = galleryStates[name];
const root = document.querySelector('#root');
if (state === undefined) document.body.textContent = Object.keys(galleryStates).join('\n');
else if (root !== null) {
  state.prepare?.();
  createRoot(root).render(
    <App
      bridge={fixtureBridge(themed(state.host, wanted.get('theme') === 'dark' ? 'dark' : 'light'))}
      clock={galleryClock}
      styleNonce={styleNonce()}
    />,
  );
}
