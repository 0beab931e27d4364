// Blocks of a page can be run in the page. Without the files that .ci/browser_python puts beside the site there is no button.
(() => {
  const root = document.documentElement.dataset.content_root ?? "./";
  const place = new URL(`${root}_static/playground/`, document.baseURI);
  const vi = document.documentElement.lang === "vi";
  const said = vi
    ? { run: "Chạy thử", loading: "Đang tải Python…", running: "Đang chạy…", same: "Đúng như trang này in", other: "Khác với trang này", none: "Không in gì", failed: "Không tải được Python" }
    : { run: "Run", loading: "Loading Python…", running: "Running…", same: "As this page prints", other: "Otherwise than this page prints", none: "It prints nothing", failed: "Python could not be loaded" };
  let python = null;

  const load = async (wheels) => {
    const { loadPyodide } = await import(new URL("pyodide.mjs", place).href);
    const runtime = await loadPyodide({ indexURL: place.href });
    for (const wheel of wheels) {
      const found = await fetch(new URL(wheel, place));
      runtime.unpackArchive(await found.arrayBuffer(), "wheel");
    }
    return runtime;
  };

  const expectedAfter = (block) => {
    const next = block.nextElementSibling;
    return next?.classList.contains("highlight-output") ? next.textContent.trim() : null;
  };

  const begin = (wheels) => {
    const blocks = [...document.querySelectorAll("article .highlight-python")];
    const programs = blocks.map((block) => block.querySelector("pre").textContent);
    let done = 0;
    blocks.forEach((block, number) => {
      const bar = document.createElement("div");
      bar.className = "run-here";
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: said.run });
      const state = document.createElement("span");
      state.setAttribute("role", "status");
      const printed = Object.assign(document.createElement("pre"), { hidden: true });
      bar.append(button, state, printed);
      const expected = expectedAfter(block);
      block.after(bar);
      button.addEventListener("click", async () => {
        button.disabled = true;
        try {
          state.textContent = said.loading;
          python ??= load(wheels);
          const runtime = await python;
          state.textContent = said.running;
          await new Promise((go) => setTimeout(go, 20));
          // A block needs those before it; each runs once, and the asked one again if it is asked again.
          for (; done < number; done += 1) runtime.runPython(programs[done]);
          const lines = [];
          runtime.setStdout({ batched: (line) => lines.push(line) });
          runtime.runPython(programs[number]);
          done = Math.max(done, number + 1);
          const text = lines.join("\n").trim();
          printed.textContent = text;
          printed.hidden = text === "";
          state.textContent = text === "" && expected === null ? said.none : text === (expected ?? "") ? said.same : said.other;
          state.dataset.result = text === (expected ?? "") ? "same" : "other";
        } catch (error) {
          printed.textContent = String(error.message ?? error).slice(-1500);
          printed.hidden = false;
          state.textContent = python === null ? said.failed : "";
          state.dataset.result = "failed";
        }
        button.disabled = false;
      });
    });
  };

  addEventListener("DOMContentLoaded", async () => {
    try {
      const found = await fetch(new URL("wheels.json", place));
      if (found.ok) begin(await found.json());
    } catch {
      // Opened as a file, or built without the playground: the pages stay as they are.
    }
  });
})();
