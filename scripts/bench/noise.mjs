// A client that asks for more than it may, in a process of its own, so that what it does is not measured with the readers.
// Given: the site, the client's address, requests a second, seconds, and the path, with {n} for a number or {day} for a day.
import autocannon from "autocannon";

const [origin, address, rate, seconds, path] = process.argv.slice(2);
const DAY_MS = 24 * 3600 * 1000;
// Beyond the numbers of the readers.
let n = 10_000;

function next() {
  n += 1;
  return path.replace("{n}", n).replace("{day}", new Date(n * DAY_MS).toISOString().slice(0, 10));
}

const { requests, non2xx } = await autocannon({
  url: origin,
  connections: 32,
  duration: Number(seconds),
  overallRate: Number(rate),
  headers: { "x-forwarded-for": address },
  requests: [{ setupRequest: (one) => ({ ...one, path: next() }) }],
});
console.log(JSON.stringify({ answered: requests.total - non2xx, refused: non2xx }));
