// Starts the screens over whichever host opened this page.
import './no-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { openBridge, styleNonce } from './bridge/index.ts';

const root = document.querySelector('#root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <App bridge={openBridge()} styleNonce={styleNonce()} />
    </StrictMode>,
  );
