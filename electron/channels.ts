// The two channels between a window and the main process.
export const channels = { request: 'seamline:request', event: 'seamline:event' } as const;
