// How a screen reaches its host, whatever the host is: one request with its answer, and events that the host pushes. The
// desktop's preload and the loopback server each implement it; nothing else in the renderer knows which one it talks to.
import type { ErrorView } from '../../core/contract/errors.ts';
import type { Answer, HostEvent, Request } from '../../core/contract/protocol.ts';

export interface Bridge {
  /** Always answers; a host that can't be reached answers with an error view, it never throws. */
  readonly request: (request: Request) => Promise<Answer>;
  /** Calls the listener with each event until the returned function is called. */
  readonly onEvent: (listener: (event: HostEvent) => void) => () => void;
  /** Tells why the host can't be heard, and null once it is heard again, until the returned function is called. */
  readonly onContact: (listener: (lost: ErrorView | null) => void) => () => void;
}
