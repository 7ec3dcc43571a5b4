/** Decodes the parts of a text one after the other; without a part: what is left at the end. */
export type Decode = (part?: Uint8Array) => string;

/** A decoder of one text. With `isStrict` it throws at bytes that are none of the encoding, else puts "\ufffd" there. */
export function decoderOf(encoding: string, isStrict: boolean): Decode {
  const decoder = new TextDecoder(encoding, { fatal: isStrict });
  const decode: Decode = (part) => (part ? decoder.decode(part, { stream: true }) : decoder.decode());
  // Some releases of Node.js read Windows-1252 as Latin-1, which has control characters in these places.
  return decoder.encoding === "windows-1252"
    ? (part) => decode(part).replace(/[\u0080-\u009f]/g, (sign) => LATIN[sign.charCodeAt(0) - 0x80] ?? sign)
    : decode;
}

/** Windows-1252 from 0x80 to 0x9f; the five that it does not have stay what they are. */
const LATIN = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"];
