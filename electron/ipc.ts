// The one place where a window's messages come in and events go out. A message counts only when it comes from the main frame
// of the window that is open now, showing the screens; the host checks what it says.
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { Host } from '../core/app.ts';
import type { HostEvent } from '../core/contract/protocol.ts';
import { channels } from './channels.ts';
import { isOwn } from './security.ts';

/** Connects whatever window is open to the host, until the returned function is called. */
export function connectWindow(host: Host, currentWindow: () => BrowserWindow | null): () => void {
  ipcMain.handle(channels.request, (event, message: unknown) => {
    if (!isTrusted(event, currentWindow())) throw new Error('Not from the window.');
    return host.handle(message);
  });
  const unsubscribe = host.subscribe((event) => sendToWindow(currentWindow(), event));
  return () => {
    unsubscribe();
    ipcMain.removeHandler(channels.request);
  };
}

/** Sends an event to the page of a window, if there is one. */
export function sendToWindow(window: BrowserWindow | null, event: HostEvent): void {
  if (window !== null && !window.webContents.isDestroyed()) window.webContents.send(channels.event, event);
}

function isTrusted({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  return (
    window !== null &&
    sender === window.webContents &&
    senderFrame !== null &&
    senderFrame === window.webContents.mainFrame &&
    isOwn(senderFrame.url)
  );
}
