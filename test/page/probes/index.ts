import { binaryTypeProbes } from './binary-type.ts';
import { closeArgumentProbes } from './close/arguments.ts';
import { closeCallProbes } from './close/calls.ts';
import { conversionProbes } from './construction/conversion.ts';
import { formProbes } from './construction/forms.ts';
import { protocolProbes } from './construction/protocols.ts';
import { subclassProbes } from './construction/subclasses.ts';
import { urlProbes } from './construction/url.ts';
import { dispatchProbes } from './events/dispatch.ts';
import { eventProbes } from './events/events.ts';
import { handlerProbes } from './events/handlers.ts';
import { listenerProbes } from './events/listeners.ts';
import { lifeProbes } from './events/lives.ts';
import { ownEventProbes } from './events/own.ts';
import { handshakeProbes } from './handshake.ts';
import { freezeProbes } from './page/freezes.ts';
import { wrapProbes } from './page/wraps.ts';
import { errorProbes } from './poison/errors.ts';
import { globalProbes } from './poison/globals.ts';
import { platformProbes } from './poison/platform.ts';
import { prototypeProbes } from './poison/prototypes.ts';
import type { Probes } from './probe.ts';
import { realmConstructorProbes } from './realms/constructors.ts';
import { goneProbes } from './realms/gone.ts';
import { realmMethodProbes } from './realms/methods.ts';
import { workerProbes } from './realms/workers.ts';
import { binaryProbes } from './send/binary.ts';
import { bufferProbes } from './send/buffers.ts';
import { sendCallProbes } from './send/calls.ts';
import { sendConversionProbes } from './send/conversion.ts';
import { sendStateProbes } from './send/states.ts';
import { textProbes } from './send/text.ts';
import { additionProbes } from './shape/additions.ts';
import { attributeProbes } from './shape/attributes.ts';
import { descriptorProbes } from './shape/descriptors.ts';
import { printingProbes } from './shape/printing.ts';
import { surroundingProbes } from './shape/surroundings.ts';
import { traceProbes } from './shape/traces.ts';
import { streamConstructionProbes } from './stream/construction.ts';
import { streamDataProbes } from './stream/data.ts';
import { streamLifeProbes } from './stream/life.ts';
import { streamShapeProbes } from './stream/shape.ts';

/** All probes, by name. */
export const probes: Probes = {
  ...urlProbes,
  ...protocolProbes,
  ...conversionProbes,
  ...subclassProbes,
  ...formProbes,
  ...attributeProbes,
  ...additionProbes,
  ...descriptorProbes,
  ...printingProbes,
  ...surroundingProbes,
  ...traceProbes,
  ...lifeProbes,
  ...ownEventProbes,
  ...eventProbes,
  ...handlerProbes,
  ...dispatchProbes,
  ...listenerProbes,
  ...binaryProbes,
  ...sendConversionProbes,
  ...textProbes,
  ...bufferProbes,
  ...sendStateProbes,
  ...sendCallProbes,
  ...closeArgumentProbes,
  ...closeCallProbes,
  ...goneProbes,
  ...realmMethodProbes,
  ...realmConstructorProbes,
  ...freezeProbes,
  ...wrapProbes,
  ...errorProbes,
  ...globalProbes,
  ...platformProbes,
  ...prototypeProbes,
  ...binaryTypeProbes,
  ...handshakeProbes,
  ...workerProbes,
  ...streamConstructionProbes,
  ...streamLifeProbes,
  ...streamDataProbes,
  ...streamShapeProbes,
};
