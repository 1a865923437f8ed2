// The present, and the ids of commands: the two things a screen takes from outside. One timer serves all that counts down.
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls the function about once a second, until the returned function is called. */
  readonly everySecond: (call: () => void) => () => void;
  /** Calls the function once after so many milliseconds, unless the returned function is called first. */
  readonly after: (milliseconds: number, call: () => void) => () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  everySecond: (call) => {
    const timer = setInterval(call, 1000);
    return () => clearInterval(timer);
  },
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

export const newCommandId = () => crypto.randomUUID();
