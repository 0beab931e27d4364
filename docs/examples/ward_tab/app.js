// The page: it keeps the year in this browser, asks Python for everything else, and draws what Python says.
const TEXTS = {
  vi: {
    brand: "Giám sát cán bộ phường", skip: "Đến nội dung chính", pages: "Các trang", other: "English", years: "Năm",
    promise: "Mọi dữ liệu ở lại trong trình duyệt này và trong các tệp bạn tự lưu; không có gì được gửi đi.",
    list: "Danh sách", officials: "Cán bộ", plan: "Phân công", files: "Tệp", before: "Năm trước", after: "Năm sau",
    listLead: "Tải lên tệp Excel có các trang Cán bộ, Đầu mối, Không phân công và Lịch sử. Trước khi thay danh sách, mọi khác biệt được nêu ra để xác nhận.",
    file: "Chọn tệp Excel (.xlsx)", upload: "Tải lên", sample: "Tải tệp mẫu", choose: "Hãy chọn một tệp.",
    none: "Chưa có danh sách cán bộ.", counted: (people, units) => `${people} cán bộ, công chức và ${units} đầu mối giám sát.`,
    faults: (n) => `Tệp có ${n} lỗi`, nothing: "Không có gì được lưu. Hãy sửa các ô dưới đây rồi tải lên lại.",
    sheet: "Trang", row: "Dòng", column: "Cột", found: "Đang ghi", expected: "Cần ghi",
    changes: "Những gì sẽ thay đổi", added: "Thêm", removed: "Bỏ", changed: "Sửa", historyOf: "Lịch sử các năm",
    noChange: "Tệp không khác danh sách đang lưu.", confirm: "Xác nhận thay đổi", cancel: "Hủy", saved: "Đã lưu.",
    id: "Mã", name: "Họ tên", workplace: "Đơn vị công tác", grade: "Mức", known: "Đã trả lời", lead: "Đầu mối giám sát",
    search: "Tìm theo tên, mã hoặc đơn vị", shown: (n, all) => `${n} trên ${all} cán bộ`,
    back: "Cán bộ", questions: "Phiếu đánh giá", yes: "Có", no: "Không", unknown: "Chưa rõ", breach: "Có vi phạm", noBreach: "Không vi phạm", save: "Lưu",
    questionsLead: "Chưa rõ không có nghĩa là không đạt: mức chỉ được xác định khi đã đủ căn cứ.",
    contradiction: "Các câu trả lời này mâu thuẫn nhau:",
    planNone: "Chưa có phân công.", planFits: "Phân công đúng với danh sách và lịch sử hiện nay; không có phương án nào tốt hơn.",
    planOutdated: "Danh sách hoặc lịch sử đã đổi sau khi lập phân công. Có thể điều chỉnh với số người đổi đầu mối ít nhất.",
    makePlan: "Lập phân công", replan: "Điều chỉnh phân công", working: "Đang tính…", infeasible: "Không thể lập phân công. Không có gì được lưu.",
    papers: "Giấy tờ của năm", report: "Báo cáo", table: "Bảng kết quả", thePlan: "Phân công",
    keep: "Lưu cả năm vào tệp", keepLead: "Trình duyệt có thể bị xóa dữ liệu: hãy lưu tệp này ở nơi an toàn.", saveYear: "Lưu tệp của năm", openYear: "Chọn tệp của năm", open: "Mở",
    badFile: "Không mở được tệp này:", replaces: (year) => `Tệp này thay toàn bộ dữ liệu năm ${year} trong trình duyệt.`,
    conflict: "Dữ liệu năm này vừa được lưu từ một cửa sổ khác. Bản ở đây chưa được lưu; trang đã mở bản mới nhất.",
    offline: "Trang này đã sẵn sàng để làm việc khi không có mạng.", failed: "Không mở được. Hãy tải lại trang.", asked: "Không thực hiện được:",
  },
  en: {
    brand: "Supervision of ward officials", skip: "Skip to the content", pages: "Pages", other: "Tiếng Việt", years: "Year",
    promise: "All data stay in this browser and in files that you save yourself; nothing is sent anywhere.",
    list: "List", officials: "Officials", plan: "Plan", files: "Files", before: "Year before", after: "Year after",
    listLead: "Upload an Excel file with the sheets Officials, Lead units, Barred and History. Before the list is replaced, every difference is shown for you to confirm.",
    file: "Choose an Excel file (.xlsx)", upload: "Upload", sample: "Download a sample", choose: "Choose a file.",
    none: "There is no list of officials yet.", counted: (people, units) => `${people} officials and ${units} lead units.`,
    faults: (n) => `The file has ${n} ${n === 1 ? "fault" : "faults"}`, nothing: "Nothing was saved. Mend the cells below, and upload it again.",
    sheet: "Sheet", row: "Row", column: "Column", found: "Found", expected: "Expected",
    changes: "What will change", added: "Added", removed: "Removed", changed: "Changed", historyOf: "History of the years",
    noChange: "The file does not differ from the list that is kept.", confirm: "Confirm the changes", cancel: "Cancel", saved: "Saved.",
    id: "Id", name: "Name", workplace: "Workplace", grade: "Grade", known: "Answered", lead: "Lead unit",
    search: "Search by name, id or workplace", shown: (n, all) => `${n} of ${all} officials`,
    back: "Officials", questions: "Judging sheet", yes: "Yes", no: "No", unknown: "Unknown", breach: "There was one", noBreach: "There was none", save: "Save",
    questionsLead: "Unknown does not mean not met: a grade is settled only when there is enough to settle it.",
    contradiction: "These answers contradict each other:",
    planNone: "There is no plan yet.", planFits: "The plan fits the list and history of today; no plan is better.",
    planOutdated: "The list or the history changed after the plan was made. It can be changed so that as few as possible move.",
    makePlan: "Make the plan", replan: "Change the plan", working: "Computing…", infeasible: "There can be no plan. Nothing was saved.",
    papers: "Papers of the year", report: "Report", table: "Table of results", thePlan: "Plan",
    keep: "Keep the year in a file", keepLead: "A browser's data can be cleared: keep this file in a safe place.", saveYear: "Save the year's file", openYear: "Choose a year's file", open: "Open",
    badFile: "This file cannot be opened:", replaces: (year) => `This file replaces everything of ${year} in this browser.`,
    conflict: "This year was just saved from another window. What was entered here was not saved; the newest version is open now.",
    offline: "This page is ready to work without a network.", failed: "It could not be opened. Load the page again.", asked: "This could not be done:",
  },
};
const EXCEL = ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const main = document.getElementById("main");
let lang = localStorage.getItem("ward_tab_lang") === "en" ? "en" : "vi";
let python = null;
let database = null;
let kept = null; // the year that is open: { year, version, ward }
const say = (name, ...given) => (typeof TEXTS[lang][name] === "function" ? TEXTS[lang][name](...given) : TEXTS[lang][name]);

// --- elements: texts are texts, never markup
const el = (tag, given = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((one) => one !== null && one !== undefined && one !== ""));
  return made;
};
// The library escapes whatever it was given: its fragments are the only markup that is taken as it is.
const fragment = (html) => {
  const made = el("div", { class: "rendered" });
  made.innerHTML = html;
  return made;
};
const status = (text) => {
  const place = document.getElementById("status");
  place.textContent = text;
  place.className = text ? "is-new" : "";
};
const button = (name, act, look = null) => el("button", { type: "button", class: look, onclick: () => busy(act) }, say(name));
const table = (heads, rows, look = "stacked") =>
  el("table", { class: look },
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, ...rows.map((cells) => el("tr", {}, ...cells.map((cell, at) => el("td", { "data-label": heads[at] }, cell ?? "–"))))));

// --- Python
// The memory that Python has once the library, openpyxl and XlsxWriter are imported was written down when the folder was made.
const memory = async () => {
  const found = await fetch("python.memory.gz");
  if (!found.ok) throw new Error(`python.memory.gz: ${found.status}`);
  return new Uint8Array(await new Response(found.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer());
};
const start = async () => {
  const here = new URL("./", location.href).href.split("#")[0];
  const [{ loadPyodide }, { default: create }, written] = await Promise.all([import("./pyodide.mjs"), import("./pyodide.asm.mjs"), memory().catch(() => null)]);
  const begin = (more) => loadPyodide({ indexURL: here, stdLibURL: new URL("python.zip", here).href, ...more });
  // The runtime begins with less memory than was written down: it has to grow first.
  const large = async (settings) => {
    const made = await create(settings);
    if (made.HEAP8.length < written.length) made._malloc(written.length);
    return made;
  };
  const remembering = written && (await begin({ _loadSnapshot: written, createPyodideModule: large }).catch(() => null));
  document.body.dataset.memory = remembering ? "written" : "new";
  const runtime = remembering ?? (await begin());
  return runtime.runPython("from ward_tab import app; app.ask");
};
const ask = (name, given = {}) => {
  const answer = JSON.parse(python(name, JSON.stringify(given)));
  if (answer.error) throw new Refused(answer.error);
  return answer;
};
class Refused extends Error {
  constructor(reasons) {
    super(reasons.join("; "));
    this.reasons = reasons;
  }
}
const of = (given = {}) => ({ ward: kept.ward, lang, ...given });

// --- what is kept: one record a year; a record that was saved from elsewhere meanwhile is not written over
const opened = () =>
  new Promise((done, fail) => {
    const request = indexedDB.open("ward_tab", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("years", { keyPath: "year" });
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
const stored = (year) =>
  new Promise((done, fail) => {
    const request = database.transaction("years").objectStore("years").get(year);
    request.onsuccess = () => done(request.result ?? null);
    request.onerror = () => fail(request.error);
  });
const put = (ward, year, seen) =>
  new Promise((done, fail) => {
    const transaction = database.transaction("years", "readwrite", { durability: "strict" });
    const years = transaction.objectStore("years");
    const found = years.get(year);
    let next = null;
    found.onsuccess = () => {
      if ((found.result?.version ?? 0) !== seen) return;
      next = { year, version: seen + 1, ward };
      years.put(next);
    };
    transaction.oncomplete = () => done(next);
    transaction.onabort = () => fail(transaction.error);
  });
const keep = async (ward) => {
  const next = await put(ward, kept.year, kept.version);
  if (next === null) {
    await openYear(kept.year);
    await draw();
    main.querySelector("h1").after(el("div", { class: "box is-bad", role: "alert" }, el("p", {}, say("conflict"))));
    return false;
  }
  kept = next;
  navigator.storage?.persist?.();
  return true;
};
const keepAndDraw = async (ward, words) => {
  if (!(await keep(ward))) return;
  await draw();
  // Said to whoever listens, and shown where everybody looks after a page was drawn.
  status(words);
  main.querySelector("h1").after(el("p", { class: "box is-good", "aria-hidden": "true" }, words));
};
const openYear = async (year) => {
  kept = (await stored(year)) ?? { year, version: 0, ward: ask("begin", { year }).ward };
};

// --- files
const bytesOf = (file) =>
  new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
const download = (name, blob) => {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};
const downloadAnswer = ({ name, type, content }) => download(name, new Blob([Uint8Array.from(atob(content), (one) => one.charCodeAt(0))], { type }));
const today = () => {
  const now = new Date();
  return [now.getFullYear(), `${now.getMonth() + 1}`.padStart(2, "0"), `${now.getDate()}`.padStart(2, "0")].join("-");
};
const chooser = (label, accept, action, act) => {
  const input = el("input", { type: "file", id: "file", accept, required: true });
  const error = el("p", { class: "error", id: "file-error", role: "alert" });
  const chosen = async (event) => {
    event.preventDefault();
    error.textContent = input.files.length ? "" : say("choose");
    if (input.files.length) await busy(() => act(input.files[0]));
  };
  return el("form", { class: "card", novalidate: true, onsubmit: chosen },
    el("div", { class: "choose" }, el("label", { for: "file", class: "button quiet" }, say(label)), input, el("button", {}, say(action))), error);
};

// --- pages
const pages = {
  list() {
    const view = ask("overview", of());
    const state = view.listed ? say("counted", view.rows.length, view.lead_units) : say("none");
    return [say("list"), el("p", { class: "lead" }, say("listLead")), el("p", {}, el("strong", {}, state)),
      chooser("file", EXCEL, "upload", upload),
      el("p", {}, button("sample", () => downloadAnswer(ask("sample", { year: kept.year })), "quiet"))];
  },
  officials() {
    const view = ask("overview", of());
    if (!view.listed) return [say("officials"), el("p", {}, say("none"))];
    const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
    const count = el("p", { class: "quiet", role: "status" });
    const place = el("div");
    const show = (asked) => {
      const found = view.rows.filter((one) => plain(`${one.id} ${one.name} ${one.workplace}`).includes(plain(asked)));
      count.textContent = say("shown", found.length, view.rows.length);
      place.replaceChildren(table([say("id"), say("name"), say("workplace"), say("grade"), say("known"), say("lead")],
        found.map((one) => [one.id, el("a", { href: `#/${kept.year}/official/${encodeURIComponent(one.id)}` }, one.name), one.workplace || "–",
          el("span", { class: one.rank === null ? "grade open" : `grade rank-${one.rank}` }, one.grade), `${one.known}/${view.facts}`, one.lead_unit])));
    };
    const input = el("input", { type: "search", id: "search", oninput: () => show(input.value) });
    show("");
    return [say("officials"),
      el("ul", { class: "chips" }, ...view.counts.map(([grade, number]) => el("li", {}, `${grade} ${number}`))),
      el("div", { class: "field" }, el("label", { for: "search" }, say("search")), input), count, place];
  },
  official(id) {
    const view = ask("official", of({ official: id }));
    const said = (question, answer) => say(question.is_breach && answer === "yes" ? "breach" : question.is_breach && answer === "no" ? "noBreach" : answer);
    const refused = el("div", { role: "alert" });
    const form = el("form", { class: "card" },
      el("h2", {}, say("questions")), el("p", { class: "hint" }, say("questionsLead")),
      ...view.questions.map((question) =>
        el("fieldset", { class: question.is_breach ? "answer is-breach" : "answer" }, el("legend", {}, question.label),
          ...question.order.map((answer) =>
            el("label", {}, el("input", { type: "radio", name: question.code, value: answer, checked: question.value === answer }), said(question, answer))))),
      refused, el("p", {}, el("button", {}, say("save"))));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      busy(async () => {
        const answer = ask("record", of({ official: id, answers: Object.fromEntries(new FormData(form)) }));
        if (answer.contradiction)
          return refused.replaceChildren(el("p", { class: "error" }, say("contradiction")), el("ul", {}, ...answer.contradiction.map((one) => el("li", {}, one))));
        await keepAndDraw(answer.ward, say("saved"));
      });
    });
    return [view.name, el("p", { class: "crumb" }, el("a", { href: `#/${kept.year}/officials` }, say("back"))),
      el("p", { class: "lead" }, `${view.id} · `, el("span", { class: view.rank === null ? "grade open" : `grade rank-${view.rank}` }, view.grade)),
      form, fragment(view.reasons), view.lead_unit && fragment(view.lead_unit)];
  },
  plan() {
    const view = ask("overview", of());
    if (!view.listed) return [say("plan"), el("p", {}, say("none"))];
    const drawn = ask("plan_page", of());
    const words = { none: "planNone", fits: "planFits", outdated: "planOutdated" }[view.plan];
    const place = el("div");
    const act = async () => {
      const answer = ask("plan", of());
      if (answer.infeasible)
        return place.replaceChildren(el("div", { class: "box is-bad", role: "alert" }, el("p", {}, say("infeasible"))), fragment(answer.infeasible));
      await keepAndDraw(answer.ward, answer.said ?? say("saved"));
    };
    return [`${say("plan")} ${kept.year}`, el("div", { class: view.plan === "fits" ? "box is-good" : "box" }, el("p", {}, say(words))),
      view.plan === "fits" ? null : el("p", {}, button(view.plan === "none" ? "makePlan" : "replan", act)), place,
      drawn.html && downloads("plan", ["xlsx", "docx", "html"]), drawn.html && fragment(drawn.html)];
  },
  files() {
    const view = ask("overview", of());
    return [say("files"), el("h2", {}, say("papers")),
      view.listed ? el("div", {}, el("h3", {}, say("report")), downloads("report", ["docx", "html"]), el("h3", {}, say("table")), downloads("table", ["xlsx"])) : el("p", {}, say("none")),
      view.plan === "none" ? null : el("div", {}, el("h3", {}, say("thePlan")), downloads("plan", ["xlsx", "docx", "html"])),
      el("h2", {}, say("keep")), el("p", { class: "lead" }, say("keepLead")),
      el("p", {}, button("saveYear", () => download(`ward-${kept.year}.json`, new Blob([kept.ward], { type: "application/json" })))),
      chooser("openYear", ".json,application/json", "open", restore)];
  },
};
const KINDS = { xlsx: "Excel", docx: "Word", html: "HTML" };
const downloads = (paper, kinds) =>
  el("div", { class: "downloads" }, ...kinds.map((kind) =>
    el("button", { type: "button", class: "quiet", "aria-label": `${say({ plan: "thePlan" }[paper] ?? paper)}: ${KINDS[kind]}`,
      onclick: () => busy(() => downloadAnswer(ask("export", of({ what: `${paper}.${kind}`, today: today() })))) }, KINDS[kind])));

const upload = async (file) => {
  const answer = ask("read_list", of({ content: await bytesOf(file) }));
  if (answer.faults) {
    const rows = answer.faults.map((one) => [one.sheet, one.row === null ? null : `${one.row}`, one.column, one.found || null, one.expected]);
    return show(say("faults", rows.length), el("p", { class: "lead" }, say("nothing")),
      table([say("sheet"), say("row"), say("column"), say("found"), say("expected")], rows, "stacked faults"), chooser("file", EXCEL, "upload", upload));
  }
  const part = (name, word) => answer.changes[name].length ? el("section", { class: "changes" }, el("h2", {}, `${say(word)}: ${answer.changes[name].length}`),
    el("ul", { class: `is-${name}` }, ...answer.changes[name].map((one) => el("li", {}, one)))) : null;
  const parts = [part("added", "added"), part("removed", "removed"), part("changed", "changed"), part("years", "historyOf")].filter(Boolean);
  if (!parts.length) return show(say("list"), el("p", {}, say("noChange")), el("p", {}, button("cancel", draw, "quiet")));
  return confirm(answer.ward, say("changes"), ...parts);
};
const confirm = (ward, title, ...parts) =>
  show(title, ...parts, el("p", { class: "buttons" },
    button("confirm", () => keepAndDraw(ward, say("saved"))), button("cancel", draw, "quiet")));
const restore = async (file) => {
  const answer = ask("restore", { text: await file.text() });
  if (answer.problems) return show(say("files"), el("div", { class: "box is-bad", role: "alert" }, el("p", {}, say("badFile")), el("ul", {}, ...answer.problems.slice(0, 20).map((one) => el("li", {}, one)))), chooser("openYear", ".json,application/json", "open", restore));
  if (answer.year !== kept.year) await openYear(answer.year);
  history.replaceState(null, "", `#/${kept.year}/files`);
  frame("files");
  return confirm(answer.ward, say("files"), el("p", {}, say("replaces", answer.year)));
};

// --- drawing
const show = (title, ...parts) => {
  main.replaceChildren(el("h1", { tabindex: "-1" }, title), ...parts.filter(Boolean));
  main.querySelector("h1").focus({ preventScroll: false });
};
const frame = (page) => {
  document.documentElement.lang = lang;
  document.title = `${say(page === "official" ? "officials" : page)} ${kept.year} · ${say("brand")}`;
  for (const name of ["brand", "skip", "promise"]) document.getElementById(name).textContent = say(name);
  document.getElementById("brand").href = `#/${kept.year}/list`;
  const step = (by, name, sign) => el("a", { href: `#/${kept.year + by}/${page === "official" ? "officials" : page}`, "aria-label": `${say(name)}: ${kept.year + by}` }, sign);
  document.getElementById("tools").replaceChildren(
    el("div", { class: "years", role: "group", "aria-label": say("years") }, step(-1, "before", "‹"), el("span", { class: "year" }, `${kept.year}`), step(1, "after", "›")),
    el("button", { type: "button", class: "plain", lang: lang === "vi" ? "en" : "vi", onclick: () => {
      lang = lang === "vi" ? "en" : "vi";
      localStorage.setItem("ward_tab_lang", lang);
      busy(draw);
    } }, say("other")));
  const here = page === "official" ? "officials" : page;
  const nav = document.getElementById("nav");
  nav.setAttribute("aria-label", say("pages"));
  nav.replaceChildren(el("ul", {}, ...["list", "officials", "plan", "files"].map((name) =>
    el("li", {}, el("a", { href: `#/${kept.year}/${name}`, "aria-current": name === here ? "page" : null }, say(name))))));
};
const draw = async () => {
  const [, year, page, id] = location.hash.split("/");
  const wanted = /^20\d\d$/.test(year ?? "") ? Number(year) : kept?.year ?? new Date().getFullYear();
  if (kept?.year !== wanted) await openYear(wanted);
  const name = Object.hasOwn(pages, page) ? page : "list";
  frame(name);
  const [title, ...parts] = pages[name](id === undefined ? undefined : decodeURIComponent(id));
  status("");
  show(title, ...parts);
};
const busy = async (act) => {
  document.body.setAttribute("aria-busy", "true");
  status(say("working"));
  await new Promise((go) => setTimeout(go, 20));
  try {
    const before = document.getElementById("status").textContent;
    await act();
    if (document.getElementById("status").textContent === before) status("");
  } catch (error) {
    status("");
    const reasons = error instanceof Refused ? error.reasons : [String(error.message ?? error).trim().split("\n").pop()];
    show(say("asked"), el("div", { class: "box is-bad", role: "alert" }, el("ul", {}, ...reasons.map((one) => el("li", {}, one)))));
  }
  document.body.removeAttribute("aria-busy");
};

document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
// For tests and for whoever looks behind the page: what it asks, what is open, and its fingerprints.
globalThis.ward = { ask, kept: () => kept.ward, fingerprints: () => ask("fingerprints", { ward: kept.ward }) };
addEventListener("hashchange", () => busy(draw));
try {
  [python, database] = await Promise.all([start(), opened()]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ask("style").style);
  document.adoptedStyleSheets = [sheet];
  await busy(draw);
  performance.mark("ward-ready");
  document.body.dataset.state = "ready";
  if ("serviceWorker" in navigator) {
    await navigator.serviceWorker.register("sw.js");
    await navigator.serviceWorker.ready;
    document.body.dataset.offline = "ready";
    status(say("offline"));
  }
} catch (error) {
  document.body.dataset.state ??= "failed";
  if (document.body.dataset.state === "failed") main.replaceChildren(el("h1", {}, say("failed")), el("p", { role: "alert" }, String(error.message ?? error).slice(-400)));
}
