/** The words that every room speaks: events go up, commands go down, in envelopes; guards read what crosses a port. */
export * from './announcement.ts';
export * from './batch.ts';
export * from './channel.ts';
export * from './commands.ts';
export * from './events.ts';
export { readBatch } from './read-batch.ts';
export * from './reading.ts';
export { isRecord } from './record.ts';
export * from './route.ts';
