// `node server-bare.mjs FILE`: takes whatever is sent, appends it to the file, waits for the disk, and answers.
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';

const file = await open(process.argv[2], 'a');
const server = createServer(async (request, response) => {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  await file.write(Buffer.concat(pieces));
  await file.sync();
  response.writeHead(201, { 'content-type': 'application/json' }).end('{}');
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
process.once('SIGTERM', () => process.exit(0));
