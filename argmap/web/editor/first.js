// Pyodide runs in module workers alone, it says; a page opened from the disk can only start a classic one.
// What it needs is all in this script, so nothing is imported later: it is told of no `importScripts`.
self.importScripts = () => { throw new Error("everything is here"); };
