// Builds the gallery: every screen and state of the app over a host of fixtures, each at its own address. As for the app itself,
// nothing in it needs more than the content policy allows (renderer/vite.config.ts).
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  html: { cspNonce: 'SEAMLINE-NONCE' },
  build: {
    outDir: '../../out/gallery',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
  },
});
