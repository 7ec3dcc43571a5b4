import { createHash } from "node:crypto";
import { knowsTag } from "../http/known-tag";

export type ImageFile = {
  /** The picture as SVG: what its digest is made of, whichever format leaves. */
  svg: string;
  /** Without ending: in plain letters, and in all letters. */
  name: { plain: string; full: string };
  isDownload: boolean;
};

type Format = {
  media: string;
  ending: "svg" | "png";
  draw: () => Promise<string | Buffer<ArrayBuffer> | null>;
};

/**
 * The answer to who asks for a picture: the file, or 304 where they have it, before anything is drawn. Any site may
 * show it. Kept by whoever keeps it only as long as they ask again, so that what is taken back is gone. 503: too many
 * pictures are being drawn.
 */
export async function answerImage(request: Request, file: ImageFile, format: Format): Promise<Response> {
  const digest = createHash("sha256").update(file.svg).digest("base64url").slice(0, 27);
  const etag = `W/"${format.ending}-${digest}"`;
  const headers = { "Cache-Control": "public, no-cache", ETag: etag, "Access-Control-Allow-Origin": "*" };
  if (knowsTag(request, etag)) return new Response(null, { status: 304, headers });
  const drawn = await format.draw();
  if (drawn === null)
    return new Response(null, { status: 503, headers: { "Retry-After": "5", "Cache-Control": "no-store" } });
  return new Response(drawn, {
    headers: {
      ...headers,
      "Content-Type": format.media,
      "Content-Disposition": disposition(file, format.ending),
    },
  });
}

function disposition({ name, isDownload }: ImageFile, ending: string): string {
  const full = encodeURIComponent(`${name.full}.${ending}`).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${isDownload ? "attachment" : "inline"}; filename="${name.plain}.${ending}"; filename*=UTF-8''${full}`;
}
