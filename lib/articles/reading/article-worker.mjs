// Takes the text of an article out of its page. Plain JavaScript, since Node starts it from its file: a page that no
// parser survives ends this worker and nothing else.
import { parentPort, workerData } from "node:worker_threads";
import { articleText } from "./article-text.mjs";

parentPort.postMessage(answer());

function answer() {
  try {
    return { text: articleText(workerData) };
  } catch (error) {
    // Also what overflows the stack is a RangeError; any other is markup that the parser does not take.
    return { problem: error instanceof RangeError ? "too_slow" : "no_text" };
  }
}
