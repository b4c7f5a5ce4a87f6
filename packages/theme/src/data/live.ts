/** Where a meeting can be seen, as it is held and afterwards. */
export function liveFacts({
  live,
  recording,
}: {
  readonly live?: string | undefined;
  readonly recording?: string | undefined;
}) {
  const fact = (label: string, text: string, address: string | undefined) =>
    address === undefined ? [] : [{ label, text, address }];
  return [...fact('直播', '观看直播', live), ...fact('录像', '观看录像', recording)];
}
