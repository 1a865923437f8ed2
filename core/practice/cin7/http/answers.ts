// Answers and refusals. A refusal carries its problems in the order of discovery; at most two of them are told (Cin7 1.2).

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Thrown by endpoints when a request can't be done. */
export class Refusal extends Error {
  readonly problems: readonly string[];
  readonly errorCode: number;

  constructor(problems: readonly string[], errorCode = 400) {
    super(problems.join(' '));
    this.name = 'Refusal';
    this.problems = problems;
    this.errorCode = errorCode;
  }
}

/** Refuses with one problem. */
export function refuse(problem: string, errorCode = 400): never {
  throw new Refusal([problem], errorCode);
}

/** Refuses when there are problems. */
export function refuseAny(problems: readonly string[]): void {
  if (problems.length > 0) throw new Refusal(problems);
}

/** A JSON answer. */
export function json(body: unknown, status = 200): Answer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

/** A plain text answer. */
export function text(body: string, status: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, contentType: 'text/plain; charset=utf-8', body, headers };
}

/** The array of Error Models: exactly two fields each, at most two problems (Cin7 1.2). */
export function errorArray(problems: readonly string[], errorCode: number, status: number): Answer {
  return json(
    problems.slice(0, 2).map((problem) => ({ ErrorCode: errorCode, Exception: problem })),
    status,
  );
}

/** The page that a mistyped path gets (Cin7 1.1). */
export function pageNotFound(status: number): Answer {
  const body =
    '<!DOCTYPE html><html><head><title>Cin7 Core</title></head><body><h1>Page not found</h1>' +
    '<p>The page you are looking for does not exist.</p></body></html>';
  return { status, contentType: 'text/html; charset=utf-8', body };
}
