// Builds the gallery and serves it on loopback: what its pictures and the tests of the screens share.
import { build, preview } from 'vite';

export interface GallerySite {
  /** The address of one state in one theme. */
  readonly address: (state: string, theme: string) => string;
  readonly close: () => Promise<void>;
}

/** Opens the gallery at an address of this computer. */
export async function openGallery(): Promise<GallerySite> {
  await build({ root: 'test/gallery', logLevel: 'warn' });
  const server = await preview({ root: 'test/gallery', preview: { port: 0, host: '127.0.0.1' }, logLevel: 'warn' });
  const base = server.resolvedUrls?.local[0] ?? '';
  return {
    address: (state, theme) => `${base}?state=${state}&theme=${theme}`,
    close: () => server.close(),
  };
}
