// Serves the gallery: every screen and state of the app over a host of fixtures, each at its own address.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  build: { outDir: '../../out/gallery', emptyOutDir: true, target: 'chrome130', chunkSizeWarningLimit: 2_000 },
});
