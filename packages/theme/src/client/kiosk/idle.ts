/** Seconds before the return in which a visitor is told of it (WCAG 2.2, 2.2.1: at least 20). */
export const WARNING_SECONDS = 20;

/** What the clock shows: how long nothing may be touched before the kiosk returns to its start. */
export interface IdleState {
  readonly left: number;
  readonly warn: boolean;
  readonly over: boolean;
}

/** `now` and `touched` in milliseconds. */
export function idleState(seconds: number, touched: number, now: number): IdleState {
  const left = Math.max(0, seconds - Math.floor((now - touched) / 1000));
  return { left, warn: left <= WARNING_SECONDS, over: left === 0 };
}
