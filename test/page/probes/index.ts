import { argumentProbes } from './arguments.ts';
import { binaryTypeProbes } from './binary-type.ts';
import { closeProbes } from './close.ts';
import { constructionProbes } from './construction.ts';
import { eventProbes } from './events.ts';
import { handshakeProbes } from './handshake.ts';
import { listenerProbes } from './listeners.ts';
import { pagePatchProbes } from './page-patches.ts';
import { placeProbes } from './places.ts';
import { poisonProbes } from './poison.ts';
import { printingProbes } from './printing.ts';
import type { Probes } from './probe.ts';
import { realmProbes } from './realms.ts';
import { sendBufferProbes } from './send-buffers.ts';
import { sendKindProbes } from './send-kinds.ts';
import { sendStateProbes } from './send-states.ts';
import { shapeProbes } from './shape.ts';

/** All probes, by name. */
export const probes: Probes = {
  ...argumentProbes,
  ...constructionProbes,
  ...shapeProbes,
  ...printingProbes,
  ...placeProbes,
  ...listenerProbes,
  ...eventProbes,
  ...sendKindProbes,
  ...sendBufferProbes,
  ...sendStateProbes,
  ...closeProbes,
  ...binaryTypeProbes,
  ...realmProbes,
  ...pagePatchProbes,
  ...poisonProbes,
  ...handshakeProbes,
};
