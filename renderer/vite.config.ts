// Builds the screens into out/renderer, for both hosts. Both serve them with a fresh nonce in place of this one.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  html: { cspNonce: 'SEAMLINE-NONCE' },
  build: {
    outDir: '../out/renderer',
    target: 'chrome130',
    // What is inlined as data: the content policy lets in for pictures only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
  },
});
