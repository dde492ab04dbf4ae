import type { SocketRecord } from '#model';
import './socket-number.css';

/** How many colours there are for sockets. */
const HUES = 8;

/** The number of a socket, in the colour that it has everywhere. */
export const socketNumber = ({ index }: SocketRecord) => (
  <span key="number" class={`socket-number hue-${index % HUES}`}>
    {index + 1}
  </span>
);
