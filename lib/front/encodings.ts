import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from "node:zlib";

export type Encoding = "br" | "gzip" | "identity";

const BROTLI_QUALITY = 5;
const BYTES_MIN = 860;
const COMPRESSIBLE = /^(?:text\/|image\/svg|application\/(?:[a-z.-]+\+)?(?:json|xml|javascript|x-ndjson))/;

const decoders = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
  identity: async (bytes: Buffer) => bytes,
};

/** The same bytes, in another encoding. */
export async function encode(bytes: Buffer, from: Encoding, to: Encoding): Promise<Buffer> {
  const plain = await decoders[from](bytes);
  if (to === "gzip") return promisify(gzip)(plain);
  if (to === "identity") return plain;
  return promisify(brotliCompress)(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
}

/** Whether compressing makes it smaller: not so pictures, archives, and what is small already. */
export function isCompressible(contentType: string, bytes: number): boolean {
  return bytes >= BYTES_MIN && COMPRESSIBLE.test(contentType);
}

// Browsers send a handful of different ones; programs could send any number.
const known = new Map<string, Encoding>();
const KNOWN_MAX = 200;

/** The encoding that suits best who sent this `Accept-Encoding` (RFC 9110). */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return "identity";
  const before = known.get(accepted);
  if (before) return before;
  const chosen = choose(accepted);
  if (known.size < KNOWN_MAX) known.set(accepted, chosen);
  return chosen;
}

function choose(accepted: string): Encoding {
  const weights = new Map(
    accepted
      .toLowerCase()
      .split(",")
      .map((part) => {
        const [name = "", ...parameters] = part.split(";").map((text) => text.trim());
        const weight = parameters.find((text) => text.startsWith("q="));
        return [name, weight === undefined ? 1 : Number(weight.slice(2))];
      }),
  );
  const accepts = (name: Encoding) => (weights.get(name) ?? weights.get("*") ?? 0) > 0;
  return (["br", "gzip"] as const).find(accepts) ?? "identity";
}
