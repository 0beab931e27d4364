// Keeps this very copy of the folder, so that the page opens without a network. Nothing from elsewhere is ever asked for.
const KEPT = "ward-tab-" + "VERSION";
const FILES = ["FILES"];

self.addEventListener("install", (event) => {
  // The names stay the same from copy to copy: the browser's own cache is not asked.
  const fresh = ["./", ...FILES].map((name) => new Request(name, { cache: "no-cache" }));
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll(fresh)));
});

self.addEventListener("activate", (event) => {
  const drop = async () => {
    for (const name of await caches.keys()) if (name.startsWith("ward-tab-") && name !== KEPT) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(drop());
});

self.addEventListener("fetch", (event) => {
  const answer = async () => {
    const kept = await caches.open(KEPT);
    const found = await kept.match(event.request, { ignoreSearch: true });
    if (found) return found;
    return new URL(event.request.url).origin === self.location.origin ? fetch(event.request) : Response.error();
  };
  event.respondWith(answer());
});
