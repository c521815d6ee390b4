using static Acceptance.Tests.HostilePolicies.HostileScript;

namespace Acceptance.Tests.HostilePolicies;

/// <summary>Functions of the engine that do not come back, or take all memory in one go.</summary>
internal static class NativeAttacks
{
    private const string NoEnd = "timeout memory";

    public static IReadOnlyList<HostileScript> All { get; } =
    [
        Killed("JSON of a shared graph", NoEnd, "let o = 1; for (let i = 0; i < 40; i++) { o = [o, o]; } JSON.stringify(o);"),
        Killed("text of a shared graph", NoEnd, "let o = 1; for (let i = 0; i < 40; i++) { o = [o, o]; } String(o);"),
        Killed("flat shared graph", NoEnd, "let o = 1; for (let i = 0; i < 40; i++) { o = [o, o]; } o.flat(Infinity);"),
        Killed("squares of a bigint", NoEnd, "let a = 3n; for (;;) { a *= a; }"),
        Wrong("power of bigints", "report.log(String((3n ** 100000n) ** 100000n));", "it threw RangeError: Maximum BigInt size exceeded"),
        Killed("bigint of millions of digits", NoEnd, "BigInt('9'.repeat(5e6));"),
        Wrong("text of a huge bigint", "String(1n << 30000000n);", "it threw RangeError: Maximum BigInt size exceeded"),
        Killed("concat of the largest index", NoEnd, "const a = []; a[4294967294] = 1; a.concat(a);"),
        Killed("search of a list without end", NoEnd, "Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1);"),
        Killed("fill of a list without end", NoEnd, "Array.prototype.fill.call({ length: 2 ** 53 - 1 }, 1);"),
        Killed("copy within a list without end", NoEnd, "Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1);"),
        Killed("reverse of a list without end", NoEnd, "Array.prototype.reverse.call({ length: 2 ** 53 - 1 });"),
        Killed("iterator without end", NoEnd, "Array.from({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) });"),
        Killed("spread without end", NoEnd, "[...{ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) }];"),
        Killed("set without end", NoEnd, "new Set({ [Symbol.iterator]: () => ({ next: Array.prototype.at.bind([{ done: false }], 0) }) });"),
        Killed(
            "iterator helper without end", NoEnd,
            "Iterator.from({ next: Array.prototype.at.bind([{ done: false, value: 1 }], 0) }).filter(Boolean.bind(null, 0)).next();"),
        Killed("drop of an endless iterator", NoEnd, "Iterator.from({ next: Array.prototype.at.bind([{ done: false, value: 1 }], 0) }).drop(Infinity).next();"),
        Killed("set that grows while it is read", NoEnd, "const s = new Set([1]); for (const x of s) { s.add(x + 1); }"),
        Killed("map that grows while it is read", NoEnd, "const m = new Map([[1, 1]]); m.forEach((_, k) => m.set(k + 1, 1));"),
        Killed(
            "sort of texts that are never made", NoEnd,
            "const slow = { toString: Array.prototype.lastIndexOf.bind({ length: 2 ** 53 - 1 }, 1) }; [slow, slow].sort();"),
        Killed("array buffer of two gigabytes", NoEnd, "new ArrayBuffer(2e9);"),
        Killed("typed array of gigabytes", NoEnd, "new Float64Array(2e8);"),
        Killed("array buffers by the hundred", NoEnd, "const a = []; for (;;) { a.push(new ArrayBuffer(1e8)); }"),
        Killed("resizable buffer", NoEnd, "const b = new ArrayBuffer(1, { maxByteLength: 2e9 }); b.resize(2e9);"),
        Killed("encoded text of gigabytes", NoEnd, "encodeURIComponent('é'.repeat(3e8));"),
        Killed("escape of gigabytes", NoEnd, "escape('é'.repeat(3e8));"),
        Wrong("repeat of a large text", "report.log('x'.repeat(1e9));", "it threw RangeError: Invalid string length"),
        Wrong("padded text", "report.log('x'.padEnd(1e9, 'ab'));", "it threw RangeError: Invalid string length"),
        Killed("joined list", NoEnd, "report.log(new Array(1e6).fill('x'.repeat(10000)).join(','));"),
        Wrong("rope of ropes", "let s = 'x'; for (let i = 0; i < 40; i++) { s = s + s; } report.log(s);", "it threw RangeError: Invalid string length"),
        Killed("rope of ropes by concat", NoEnd, "let s = 'x'; for (let i = 0; i < 40; i++) { s = s.concat(s, s); } report.log(s);"),
        Killed("template that doubles", NoEnd, "let s = 'x'; for (let i = 0; i < 40; i++) { s = `${s}${s}`; } report.log(s);"),
        Killed("replaced text that grows", NoEnd, "let s = 'xx'; for (let i = 0; i < 40; i++) { s = s.replaceAll('x', 'xxx'); }"),
        Killed("replacement by the whole text", NoEnd, "'x'.repeat(1e5).replace(/x/g, \"$`\");"),
        Killed("JSON of a large indent", NoEnd, "let o = 1; for (let i = 0; i < 22; i++) { o = [o, o]; } JSON.stringify(o, null, 10);"),
        Stopped("list from a length", "memory", "Array.from({ length: 1e9 });", "an array would have more than 10000000 items (memory limit)"),
        Killed("list of lists", NoEnd, "const a = []; for (;;) { a.push(new Array(1000).fill(0)); }"),
        Killed("map of millions", NoEnd, "const m = new Map(); for (let i = 0; ; i++) { m.set(i, [i]); }"),
        Killed("set of millions", NoEnd, "const s = new Set(); for (let i = 0; ; i++) { s.add('k' + i); }"),
        Killed("symbols by the million", NoEnd, "for (let i = 0; ; i++) { Symbol.for('k' + i); }"),
        Killed("closures by the million", NoEnd, "let f = () => 0; for (;;) { const g = f; f = () => g; }"),
        Killed("generators by the million", NoEnd, "const a = []; for (;;) { const g = (function* () { yield 1; })(); g.next(); a.push(g); }"),
        Killed("matches by the million", NoEnd, "const a = []; for (;;) { a.push([...'ab'.repeat(1e5).matchAll(/a/g)]); }"),
        Wrong("list of too many items", "new Array(4294967296);", "it threw RangeError"),
        Stopped(
            "list of more than the array limit", "memory",
            "const a = new Array(1e9).fill(1); report.log(String(a.length));",
            "an array would have more than 10000000 items (memory limit)"),
        Wrong("pad to infinity", "'x'.padEnd(Infinity, 'ab');", "it threw RangeError"),
        Wrong("buffer of a negative length", "new ArrayBuffer(-1);", "it threw RangeError"),
        Wrong("digits beyond all measure", "(1).toFixed(1e9);", "it threw RangeError"),
        Wrong("bigint shifted to infinity", "1n << (1n << 64n);", "it threw RangeError"),
        Wrong("bigint wrapped at infinity", "BigInt.asUintN(2 ** 53 - 1, -1n);", "it threw RangeError"),
    ];
}
