// What the window's page gets of the desktop: the two ends of the contract's protocol and nothing else, least of all
// ipcRenderer or an event object. Built as CommonJS, since a sandboxed preload can be nothing else.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Answer, HostEvent, Request } from '../core/contract/protocol.ts';
import { channels } from './channels.ts';

contextBridge.exposeInMainWorld('seamline', {
  request: (request: Request): Promise<Answer> => ipcRenderer.invoke(channels.request, request),
  onEvent(listener: (event: HostEvent) => void): () => void {
    const hear = (_: IpcRendererEvent, event: HostEvent) => listener(event);
    ipcRenderer.on(channels.event, hear);
    return () => void ipcRenderer.off(channels.event, hear);
  },
});
