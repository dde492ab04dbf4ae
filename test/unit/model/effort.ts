/** ms of processor time that something takes: what a busy machine makes it wait is not in it. */
export function effort(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
