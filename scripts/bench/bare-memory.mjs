// The yardstick for what is kept: a Node server that sends bytes from memory and does nothing else. It is given the file
// of them and their headers as JSON, and says its port.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const [file, headersJson] = process.argv.slice(2);
const body = readFileSync(file);
const headers = { ...JSON.parse(headersJson), "content-length": body.length };
const server = createServer((_, response) => response.writeHead(200, headers).end(body));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
