// The llama.cpp peer of `prmlab bench generation`: the same rollouts, through the npm package node-llama-cpp.
//
//     node llama-peer.mjs FOLDER MODEL FILE THREADS cpu|gpu   # then one "run" a line on standard input; prints seconds
//
// FOLDER is where `npm install node-llama-cpp` was run; MODEL a GGUF file (peer.py gguf). FILE holds the
// prompts, the samples of each, the tokens of a sample, and how many samples are drawn side by side.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [folder, modelPath, file, threads, device] = process.argv.slice(2);
const { getLlama } = await import(pathToFileURL(join(folder, "node_modules/node-llama-cpp/dist/index.js")));
const { prompts, samples, limit, batch } = JSON.parse(readFileSync(file, "utf8"));
const longest = Math.max(...prompts.map((p) => p.length)) + limit;

const llama = await getLlama({ gpu: device === "gpu" ? "auto" : false, build: "never", progressLogs: false, logLevel: "error", maxThreads: Number(threads) });
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({ sequences: batch, contextSize: longest, batchSize: 2048, threads: Number(threads) });
const sequences = Array.from({ length: batch }, () => context.getSequence());
const settings = { temperature: 1, topK: 0, topP: 1, minP: 0, yieldEogToken: true };

async function run() {
  const rows = prompts.flatMap((prompt) => Array(samples).fill(prompt));
  let next = 0;
  let tokens = 0;
  const worker = async (sequence) => {
    while (next < rows.length) {
      const seed = next + 1;
      const prompt = rows[next++];
      await sequence.clearHistory();
      let drawn = 0;
      for await (const token of sequence.evaluate(prompt, { ...settings, seed })) {
        drawn++;
        if (drawn === limit) break;
      }
      tokens += drawn;
    }
  };
  await Promise.all(sequences.map(worker));
  return tokens;
}

console.log("ready");
for await (const line of createInterface({ input: process.stdin })) {
  const begin = performance.now();
  const result = await run();
  console.log(JSON.stringify({ seconds: (performance.now() - begin) / 1000, result }));
}
process.exit(0);
