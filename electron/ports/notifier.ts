// The system's own notifications. One that nobody clicked is kept alive until it closes, or its click would be lost.
import { Notification } from 'electron';
import type { Notifier } from '../../core/base/ports.ts';

const shown = new Set<Notification>();

export const systemNotifier: Notifier = {
  show({ title, body }, opened) {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title, body, silent: true });
    shown.add(notification);
    notification.on('click', opened);
    notification.on('close', () => shown.delete(notification));
    notification.show();
  },
};
