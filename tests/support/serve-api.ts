import { createServer } from "node:http";
import { ENDPOINTS } from "../../lib/api/endpoints";
import { handle } from "../../lib/api/handle";

// The API alone, at the port of this machine that PORT names: a process that can be killed, and is soon there again.
const routes = ENDPOINTS.map((endpoint) => {
  const pattern = endpoint.path.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return { method: endpoint.method, pattern: new RegExp(`^/api/v1${pattern}$`), answer: handle(endpoint) };
});

createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  const route = routes.find(({ method, pattern }) => method === request.method && pattern.test(pathname));
  if (!route) return void response.writeHead(404).end();
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const headers = new Headers(request.headers as Record<string, string>);
  headers.set("x-client-address", "192.0.2.1");
  const body = request.method === "GET" ? null : Buffer.concat(parts);
  const asked = new Request(`http://localhost${request.url}`, {
    method: request.method ?? "GET",
    headers,
    body,
  });
  const params = Promise.resolve({ ...route.pattern.exec(pathname)?.groups });
  const answer = await route.answer(asked, { params });
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
}).listen(Number(process.env.PORT), "127.0.0.1");
