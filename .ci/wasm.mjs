// node .ci/wasm.mjs RUNTIME ROOT DIGEST: the digest of results must be DIGEST, and the rooms' tests that need nothing else must pass.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, root, expected] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: runtime.replace(/\/*$/, "/") });
for (const wheel of JSON.parse(readFileSync(join(runtime, "wheels.json"), "utf-8"))) {
  python.unpackArchive(new Uint8Array(readFileSync(join(runtime, wheel))), "wheel");
}
const copy = (from, to) => {
  python.FS.mkdirTree(to);
  for (const name of readdirSync(from)) {
    const path = join(from, name);
    if (name === "__pycache__" || name.startsWith(".")) continue;
    if (statSync(path).isDirectory()) copy(path, `${to}/${name}`);
    else python.FS.writeFile(`${to}/${name}`, readFileSync(path));
  }
};
for (const folder of ["contract", "oracles", "generators", "values", "judging", "rotation", "cases", "laws"]) copy(join(root, "tests", folder), `/suite/tests/${folder}`);
python.FS.writeFile("/suite/tests/conftest.py", readFileSync(join(root, "tests", "conftest.py")));
python.FS.writeFile("/suite/pyproject.toml", readFileSync(join(root, "pyproject.toml")));
// A traceback is told by its end; the runtime itself is one long line that nobody wants to see.
const run = (program) => {
  try {
    return python.runPython(program);
  } catch (error) {
    console.error(String(error.message ?? error).slice(-4000));
    process.exit(1);
  }
};
const found = run(`
import sys
sys.path[:0] = ["/suite", "/suite/tests", "/suite/tests/contract", "/home/pyodide"]
import digest
print(sys.version.split()[0], sys.platform)
digest.digest()
`);
console.log(found);
if (found !== expected) {
  console.error(`the digest of results is ${found}, expected ${expected}`);
  process.exit(1);
}
const code = run(`
import os, pytest
os.chdir("/suite")
pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-x", "tests/cases", "tests/values"])
`);
process.exit(Number(code));
