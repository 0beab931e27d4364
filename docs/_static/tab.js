// Where a copy of the ward in a browser tab stands beside the pages, they lead to it; without one they stay as they are.
(() => {
  const root = document.documentElement.dataset.content_root ?? "./";
  const place = new URL(`${root}ward_tab/index.html`, document.baseURI);
  const words = document.documentElement.lang === "vi" ? "Mở phường trong thẻ trình duyệt" : "Open the ward in a tab";
  addEventListener("DOMContentLoaded", async () => {
    const asked = document.querySelectorAll(".ward-tab");
    if (asked.length === 0) return;
    try {
      if (!(await fetch(place, { method: "HEAD" })).ok) return;
    } catch {
      return; // opened as a file
    }
    for (const one of asked) one.append(Object.assign(document.createElement("a"), { href: place.href, textContent: words }));
  });
})();
