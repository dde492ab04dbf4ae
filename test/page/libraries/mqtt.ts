import library, { type IClientPublishOptions, type MqttClient } from 'mqtt';

const heard = (client: MqttClient) => new Promise((resolve) => client.once('message', resolve));

async function publishAndHear(
  client: MqttClient,
  topic: string,
  text: string,
  options: IClientPublishOptions,
) {
  const back = heard(client);
  await client.publishAsync(topic, text, options);
  await back;
}

/** Messages of every quality of service, text and bytes, to a topic and back; a retained one; the end. */
export async function mqtt(url: string): Promise<unknown[]> {
  const log: unknown[] = [];
  const topic = `probe/${Math.random()}`;
  const client = await library.connectAsync(`${url}/mqtt`, { reconnectPeriod: 0 });
  client.on('message', (_, payload, { qos, retain }) => log.push([[...payload], qos, retain]));
  const granted = await client.subscribeAsync(topic, { qos: 2 });
  log.push(granted.map(({ qos }) => qos));
  for (const qos of [0, 1, 2] as const) await publishAndHear(client, topic, `quality ${qos}`, { qos });
  await client.publishAsync(`${topic}/kept`, new Uint8Array([0, 1, 255]) as never, { qos: 1, retain: true });
  const kept = heard(client);
  await client.subscribeAsync(`${topic}/kept`);
  await kept;
  await client.endAsync();
  log.push(client.connected, client.disconnected);
  return log;
}
