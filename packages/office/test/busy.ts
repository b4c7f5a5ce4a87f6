import { serve } from '../src/process/serve.ts';

/** Keeps the processor busy for so many seconds of its time, and answers with them. */
serve<number, number>(async (seconds) => {
  const spent = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  };
  const end = spent() + seconds;
  while (spent() < end);
  return seconds;
});
