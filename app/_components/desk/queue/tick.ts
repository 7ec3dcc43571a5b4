/** A claim as it stood on the page when it was ticked: both versions that were read (R33), and its name in words. */
export type Tick = {
  id: string;
  publicId: string;
  version: number;
  assignmentVersion: number;
  name: string;
};

/** What a tick box sends. The name comes last: it has spaces in it. */
export function writeTick({ id, publicId, version, assignmentVersion, name }: Tick): string {
  return [id, version, assignmentVersion, publicId, name].join(" ");
}

/** Reads what writeTick wrote. A form that was tampered with gives an id or a version that every schema refuses. */
export function readTick(text: string): Tick {
  const [id = "", version = "", assignmentVersion = "", publicId = "", ...name] = text.split(" ");
  return {
    id,
    publicId,
    version: Number(version || Number.NaN),
    assignmentVersion: Number(assignmentVersion || Number.NaN),
    name: name.join(" "),
  };
}
