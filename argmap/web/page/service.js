// Keeps the page for when there is no network: all its files, or none. Others are asked for from the network,
// which the page never does.
const NAME = `argmap ${"STAMP"}`, FILES = ["FILES"];

addEventListener("install", event => event.waitUntil(caches.open(NAME).then(kept => kept.addAll(FILES)).then(() => skipWaiting())));
addEventListener("activate", event => event.waitUntil((async () => {
  for (const each of await caches.keys()) if (each.startsWith("argmap ") && each !== NAME) await caches.delete(each);
  await clients.claim();
})()));
addEventListener("fetch", event => {
  if (event.request.method === "GET") event.respondWith(caches.open(NAME).then(kept => kept.match(event.request, { ignoreSearch: true })).then(found => found ?? fetch(event.request)));
});
