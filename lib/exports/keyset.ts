/** Of a list in the order of ids: what comes after this one. */
export function afterId(after: string | null): { id?: { gt: string } } {
  return after === null ? {} : { id: { gt: after } };
}

export const idOf = ({ id }: { id: string }) => id;
