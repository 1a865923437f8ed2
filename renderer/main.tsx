// Starts the screens.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { openBridge } from './bridge/index.ts';

const bridge = openBridge();
bridge.onEvent(() => undefined);
const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <main>
        <h1>Seamline</h1>
        <button type="button" onClick={() => void bridge.request({ kind: 'subscribe' })}>
          Ask again
        </button>
      </main>
    </StrictMode>,
  );
