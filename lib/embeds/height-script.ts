/**
 * The digest of public/embed-height.js, the one script that may run in an embed: it tells the page around it how high
 * the embed is. A test holds it against the file.
 */
export const HEIGHT_SCRIPT = {
  src: "/embed-height.js",
  integrity: "sha256-/JoS35FbkwLifgBfhUY9bzG2F0w+VYHenagdKMwUrq4=",
} as const;
