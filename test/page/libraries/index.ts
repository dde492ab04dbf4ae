import type { Probes } from '../probes/probe.ts';
import { centrifuge } from './centrifuge.ts';
import { graphqlWs } from './graphql-ws.ts';
import { mqtt } from './mqtt.ts';
import { phoenix } from './phoenix.ts';
import { reconnectingWebSocket } from './reconnecting-websocket.ts';
import { rxjs } from './rxjs.ts';
import { signalr } from './signalr.ts';
import { socketIo } from './socket-io.ts';
import { sockjs } from './sockjs.ts';
import { stomp } from './stomp.ts';

/** What is said between a client library in the page and its server, by the name of the package. */
export const exchanges: Probes = {
  'socket.io-client': socketIo,
  'graphql-ws': graphqlWs,
  mqtt,
  '@stomp/stompjs': stomp,
  '@microsoft/signalr': signalr,
  'reconnecting-websocket': reconnectingWebSocket,
  'rxjs/webSocket': rxjs,
  'sockjs-client': sockjs,
  phoenix,
  centrifuge,
};
