import {
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
} from 'graphql/index.js';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { SocketHandler } from '#support/server.ts';

async function* counting(_: unknown, { to }: { readonly to: number }) {
  for (let count = 1; count <= to; count++) yield { count };
}

const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: { hello: { type: GraphQLString, resolve: () => 'wörld' } },
  }),
  subscription: new GraphQLObjectType({
    name: 'Subscription',
    fields: {
      count: {
        type: GraphQLInt,
        args: { to: { type: new GraphQLNonNull(GraphQLInt) } },
        subscribe: counting,
      },
    },
  }),
});

/** The server of graphql-ws. */
export function serveGraphql(): SocketHandler {
  const sockets = new WebSocketServer({ noServer: true });
  useServer({ schema }, sockets);
  return (socket, request) => sockets.emit('connection', socket, request);
}
