export function markList(): void {}
