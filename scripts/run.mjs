// Every npm script starts here, in plain JavaScript that an old Node.js can still read far enough to say what it
// lacks. It then loads scripts/<name>.ts into this same process: one process to signal, nothing to orphan.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  console.error(
    `Counterclaim needs Node.js 20.20 or newer and this is ${process.version}; install the current LTS release.`,
  );
  process.exit(1);
}

// The scripts name the project's files from its folder, wherever they are called from.
process.chdir(new URL("..", import.meta.url).pathname);
const name = process.argv[2];
import("tsx/esm/api")
  .catch(() => {
    console.error("The libraries are not installed yet; run: npm ci");
    process.exit(1);
  })
  .then(({ register }) => {
    register();
    // The maps of all that is bundled would stay in memory, a hundred megabytes of them.
    if (name === "start") process.setSourceMapsEnabled(false);
    return import(`./${name}.ts`);
  })
  .then(({ main }) => main(process.argv.slice(3)))
  // Done, also when a library still waits for something: the schema engine keeps a timer for ten seconds.
  .then((exitCode) => process.exit(exitCode ?? 0))
  .catch((error) => {
    // A problem that the reader can solve is one sentence; anything else is a bug and shows where.
    console.error(error?.name === "Problem" ? error.message : error);
    process.exit(1);
  });
