import type { HeldFile } from "./evidence-file-typed";

type Ends = {
  onShare(share: number): void;
  onKept(file: HeldFile): void;
  onRefused(message: string | null): void;
};

/**
 * Uploads a file, and tells how much of it is there, from 0 to 1, and what became of it: null where no answer came.
 * Returns how to stop it, after which nothing is told any more.
 */
export function sendFile(file: File, locale: string, { onShare, onKept, onRefused }: Ends): () => void {
  const body = new FormData();
  body.append("file", file);
  // fetch does not tell how far it is.
  const request = new XMLHttpRequest();
  request.open("POST", `/${locale}/desk/evidence-files`);
  request.responseType = "json";
  request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
  request.onload = () => {
    const answer = request.response as (HeldFile & { message?: string }) | null;
    if (request.status === 201 && answer) onKept(answer);
    else onRefused(answer?.message ?? null);
  };
  request.onerror = () => onRefused(null);
  request.send(body);
  return () => request.abort();
}
