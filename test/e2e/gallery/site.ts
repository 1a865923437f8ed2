// Builds the gallery and serves it on loopback: what its pictures and the tests of the screens share. Its files go out as the
// app's do (core/pages), so every state stands under the same content policy.
import { createServer } from 'node:http';
import { once } from 'node:events';
import { build } from 'vite';
import { systemIds } from '../../../core/base/node/ids.ts';
import { openPages } from '../../../core/pages/pages.ts';

export interface GallerySite {
  /** The address of one state in one theme. */
  readonly address: (state: string, theme: string) => string;
  readonly close: () => Promise<void>;
}

/** Says to those who open the gallery that it is built already: several of them work at once. */
export const galleryIsBuilt = { SEAMLINE_GALLERY: 'built' };

export async function buildGallery(): Promise<void> {
  await build({ root: 'test/gallery', logLevel: 'warn' });
}

/** Opens the gallery at an address of this computer. */
export async function openGallery(): Promise<GallerySite> {
  if (process.env['SEAMLINE_GALLERY'] !== galleryIsBuilt.SEAMLINE_GALLERY) await buildGallery();
  const pages = openPages('out/gallery', systemIds);
  const server = createServer((request, response) => {
    const file = pages(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (file === null) response.writeHead(404).end();
    else response.writeHead(200, file.headers).end(file.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gallery has no port.');
  return {
    address: (state, theme) => `http://127.0.0.1:${address.port}/?state=${state}&theme=${theme}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
