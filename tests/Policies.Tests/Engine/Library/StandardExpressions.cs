namespace Policies.Tests.Engine.Library;

/// <summary>Expressions that must have the value they have in Node; an exception counts by its name.</summary>
internal static class StandardExpressions
{
    public static readonly string[] All =
    [
        .. Texts, .. Lists, .. Objects, .. Numbers, .. Collections, .. Iteration, .. Errors, .. Patterns,
    ];

    private static string[] Texts =>
    [
        "'abc'.at(-1)", "'abc'.at(5)", "'abc'.at(0)", "'😀a'.codePointAt(0)", "'😀a'.codePointAt(1)", "'a'.codePointAt(1)",
        "String.fromCodePoint(97, 128512)", "String.fromCodePoint(-1)", "String.fromCodePoint(1.5)",
        "String.raw({ raw: ['a', 'b', 'c'] }, 1, 2, 3)", "'abc'.normalize('NFD')", "'a'.normalize('X')",
        "'\\ud800'.isWellFormed()", "'a\\ud800'.toWellFormed()", "'abc'.padStart(6, '12')", "'a-b-c'.replaceAll('-', '')", "'aaa'.replaceAll('', '-')",
        "'abc'.replaceAll('b', '[$&$`$\\'$$$1]')", "'abc'.replace('b', function (m, at, all) { return m + at + all; })", "'x'.repeat(-1)",
        "'abc'.split('')", "'a,b,c'.split(',', 2)", "'abc'.split()", "''.split('')", "''.split(',')", "'abc'.startsWith(/a/)", "[' a '.trimStart(), ' a '.trimEnd()]",
    ];

    private static string[] Lists =>
    [
        "Array.from('a😀b')", "Array.from(new Set([1, 2, 2]))", "Array.from({ length: 3 }, function (_, i) { return i * 2; })", "Array.from(new Map([[1, 2]]))",
        "Array.from([1, 2].values())", "Array.from(null)", "Array.from(5)", "[1, 2, 3].findLast(function (x) { return x < 3; })",
        "[1, 2, 3].findLastIndex(function (x) { return x > 5; })", "[1, 2, 3].at(-1)", "[].at(0)", "[1, 2, 3].fill(0, 1)", "[1, 2, 3].fill(9, -2, -1)",
        "[1, 2, 3, 4, 5].copyWithin(0, 3)", "[1, 2, 3, 4, 5].copyWithin(1, 0, 3)", "[3, 1, 2].toSorted()", "[1, 2, 3].toReversed()", "[1, 2, 3].toSpliced(1, 1, 7, 8)",
        "[1, 2, 3].toSpliced(1)", "[1, 2, 3].with(-1, 9)", "[1].with(3, 9)", "[1, [2, [3, [4]]]].flat()", "[[1], [2]].flatMap(function (x) { return x; })",
        "[1, NaN].includes(NaN)", "[NaN].indexOf(NaN)", "[5, 1, 10].sort()", "[3, undefined, 1].sort()", "[3, , 1].sort().length", "[1, 2].sort(3)",
        "[['b', 1], ['a', 1], ['c', 0], ['d', 1], ['e', 0], ['f', 1], ['g', 1], ['h', 0], ['i', 1], ['j', 1], ['k', 0], ['l', 1], ['m', 1]].sort(function (x, y) { return x[1] - y[1]; })",
        "[3, 1, 2].sort(function () { return 1; }).length", "[3, 1, 2].sort(function (a, b) { return b > a; }).length",
        "[2, 1].sort(function () { throw new RangeError('x'); })", "Array.from([4, 5].entries())", "Array.from([4, 5].keys())", "Array.of(7).length",
        "[1, 2].concat([3], 4)", "[].find()",
    ];

    private static string[] Objects =>
    [
        "Object.keys({ b: 1, 2: 1, a: 1, 1: 1, '01': 1 })", "Object.values({ b: 1, 1: 2 })", "Object.entries('ab')", "Object.keys([7, 8])", "Object.keys(null)",
        "Object.assign({}, 'ab', null, [9])", "Object.assign(null)", "Object.is(NaN, NaN)", "Object.is(0, -0)", "Object.fromEntries(new Map([['a', 1], ['b', 2]]))",
        "Object.fromEntries([['a', 1]])", "Object.fromEntries(5)", "Object.hasOwn({ a: 1 }, 'a')", "Object.hasOwn({}, 'toString')",
        "Object.keys(Object.getOwnPropertyDescriptors({ a: 1 }))",
        "Object.getPrototypeOf(Object.setPrototypeOf({}, Array.prototype)) === Array.prototype", "Object.setPrototypeOf({}, 1)",
        "globalThis === (function () { return this; })()",
        "JSON.parse('[1,{\"a\":2}]', function (k, v) { return k === 'a' ? v * 2 : v; })", "JSON.parse('{')", "JSON.stringify({ a: undefined, b: function () { }, c: [undefined] })",
    ];

    private static string[] Numbers =>
    [
        "Math.trunc(-1.7)", "[Math.sign(-3), Math.sign(0), Math.sign('x')]", "Math.cbrt(27)", "Math.hypot(3, 4)", "Math.hypot()", "Math.hypot(1, NaN)", "Math.hypot(Infinity, NaN)",
        "Math.log2(8)", "Math.log2(1 / 1024)", "Math.log10(1000)", "Math.log10(0.001)", "Math.log1p(1e-10)", "Math.log1p(-1)", "Math.expm1(1e-10)", "Math.expm1(-Infinity)",
        "Math.fround(5.5)", "Math.fround(5.05)", "Math.imul(0xffffffff, 5)", "Math.clz32(1)", "Math.clz32(0)", "Math.sinh(0)", "Math.cosh(0)", "Math.tanh(Infinity)",
        "Math.acosh(1)", "Math.atanh(0)", "Number.isInteger(5.0)", "Number.isInteger('5')", "Number.isSafeInteger(9007199254740992)", "Number.EPSILON", "Number.MAX_SAFE_INTEGER",
        "Number.isNaN('x')", "Number.isFinite(Infinity)", "Number.parseFloat('1.5x')", "Number.parseInt('101', 2)",
    ];

    private static string[] Collections =>
    [
        "Array.from(new Map([['a', 1], ['b', 2]]).entries())", "new Map([[NaN, 1]]).get(NaN)", "new Map([[0, 'zero']]).get(-0)", "1 / Array.from(new Map([[-0, 1]]).keys())[0]",
        "new Map([['1', 'text'], [1, 'number']]).get(1)", "new Map([[true, 1]]).has('true')", "new Map([[null, 1], [undefined, 2]]).get(undefined)", "new Map(5)", "new Map([1])",
        "Map()", "new Map().set('a', 1).set('a', 2).size", "(function () { var k = {}; return new Map([[k, 1]]).get(k); })()", "new Map([[{}, 1]]).get({})",
        "(function () { var m = new Map([[1, 1], [2, 2], [3, 3]]), seen = []; m.forEach(function (v, k) { seen.push(k); if (k === 1) { m.delete(2); m.set(4, 4); } }); return seen; })()",
        "(function () { var m = new Map([[1, 1], [2, 2]]), i = m.keys(); i.next(); m.clear(); m.set(9, 9); return Array.from(i); })()",
        "(function () { var m = new Map([[1, 1], [2, 2], [3, 3]]), i = m.keys(); i.next(); i.next(); m.delete(2); m.delete(1); return Array.from(i); })()",
        "(function () { var m = new Map([[1, 1], [2, 2]]); m.delete(1); m.set(1, 5); return Array.from(m); })()",
        "Array.from(new Set([3, 1, 3, 2]))", "new Set('hello').size", "new Set([1]).add(2).has(2)", "new Set([1]).delete(5)", "Array.from(new Set([1]).entries())",
        "Array.from(new Map([['a', 1]]).values())", "typeof Map.prototype.size", "Map.prototype.get.call(new Set(), 1)", "new Map() instanceof Map", "Object.prototype.toString.call(new Date(0))",
        "(function () { var k = {}, w = new WeakMap([[k, 1]]); return [w.get(k), w.has({}), w.delete(k), w.has(k)]; })()", "new WeakMap().set(1, 2)", "new WeakSet([1])",
        "new WeakMap().get(1)", "new WeakSet().has('x')", "Array.from(new Map([['a', new Set([1])]]).get('a'))",
    ];

    private static string[] Iteration =>
    [
        "typeof Symbol", "Symbol('a') === Symbol('a')", "Symbol.for('a') === Symbol.for('a')", "Symbol('a').description", "Symbol().description", "new Symbol()",
        "(function () { var s = Symbol('x'), o = {}; o[s] = 1; o.a = 2; return [o[s], Object.keys(o), s in o]; })()", "Symbol.keyFor(Symbol.for('k'))",
        "(function () { var i = [1][Symbol.iterator](); return [i.next(), i.next(), i.next()]; })()", "[1, 2][Symbol.iterator]()[Symbol.iterator] !== undefined",
        "(function () { var o = {}; o[Symbol.iterator] = function () { var n = 0; return { next: function () { return { value: n, done: n++ > 2 }; } }; }; return Array.from(o); })()",
        "(function () { var o = {}; o[Symbol.iterator] = function () { return 1; }; return Array.from(o); })()", "Array.from('ab'[Symbol.iterator]())",
        "(function () { var a = [1, 2], i = a.values(), seen = []; for (var s = i.next(); !s.done; s = i.next()) { seen.push(s.value); if (a.length < 4) { a.push(9); } } return seen; })()",
        "Object.assign({}, (function () { var o = {}; o[Symbol.iterator] = 1; return o; })())[Symbol.iterator]",
    ];

    private static string[] Errors =>
    [
        "new Error('m', { cause: 7 }).cause", "'cause' in new Error('m')", "new TypeError('m', { cause: undefined }).hasOwnProperty('cause')", "Error('x').message", "String(new RangeError('x'))",
        "new Error('x') instanceof Error", "new TypeError('x') instanceof Error", "new Error('x').constructor === Error", "Object.keys(new Error('x', { cause: 1 }))",
        "(function () { try { null.x; } catch (e) { return e instanceof TypeError; } })()", "(function () { try { undefinedName; } catch (e) { return e instanceof ReferenceError; } })()",
        "(function () { function E(m) { var t = Error.call(this, m) || this; return t; } E.prototype = Object.create(Error.prototype); return new E('m') instanceof Error; })()",
    ];

    private static string[] Patterns =>
    [
        "/^a$/.test('a\\n')", "/^a$/m.test('b\\na\\n')", "/a.c/.test('a\\rc')", "/a.c/s.test('a\\nc')", "/\\s/.test('\\u00a0')", "/\\d/.test('٣')", "/\\w/.test('é')", "/\\bé/.test('é')",
        "/[^]/.test('\\n')", "/[]/.test('a')", "/(?<y>\\d+)-(\\d+)/.exec('2026-11').slice()", "/(?<y>\\d+)-(?<m>\\d+)/.exec('2026-11').groups.m", "/(a)/.exec('a').groups",
        "'2026-11'.replace(/(?<y>\\d+)-(?<m>\\d+)/, '$<m>/$<y>/$<z>|')", "'ab'.replace(/(a)(b)/, '$2$1$3$10$01')", "'abc'.replace(/b/, '[$`|$&|$\\']')",
        "'aXbX'.replace(/x/gi, function (m, at) { return m + at; })", "'a1'.replace(/(?<l>[a-z])(\\d)?/, function () { return JSON.stringify(Array.prototype.slice.call(arguments)); })",
        "(function () { var r = /a/g, s = 'aba'; return [r.exec(s).index, r.lastIndex, r.exec(s).index, r.exec(s), r.lastIndex]; })()",
        "(function () { var r = /a/y; r.lastIndex = 1; return [r.test('aa'), r.lastIndex, r.test('aab'), r.lastIndex]; })()",
        "(function () { function f() { return /a/g; } return [f().test('a'), f().test('a'), f() === f()]; })()",
        "Array.from('a1b2'.matchAll(/([a-z])(\\d)/g), function (m) { return [m[0], m[1], m.index]; })", "'a'.matchAll(/a/)", "Array.from('a.b'.matchAll('.')).length",
        "'a1b2'.match(/\\d/g)", "'ab'.match(/\\d/g)", "'ab'.match(/b/).index", "'ab'.match('b').index", "'aa'.match(/(?:)/g)", "'abc'.search(/c/)", "'abc'.search('z')",
        "'a1b2c'.split(/\\d/)", "'a1b2c'.split(/(\\d)/)", "'abc'.split(/(?:)/)", "'a, b ,c'.split(/\\s*,\\s*/)", "'ab'.split(/x*/)", "''.split(/x/)", "''.split(/x*/)", "'a1b2c'.split(/\\d/, 2)",
        "/a/gi.flags", "/a/.source", "new RegExp('a/b').test('a/b')", "new RegExp('').source", "String(/a\\/b/g)", "/a/g.global", "/a/s.dotAll", "/a/.sticky", "new RegExp(/a/g, 'i').flags",
        "new RegExp('(')", "new RegExp(')')", "new RegExp('*')", "new RegExp('a**')", "new RegExp('[b-a]')", "new RegExp('a', 'gg')", "new RegExp('a', 'x')", "new RegExp('(?<a>.)(?<a>.)')",
        "/(?<=\\$)\\d+/.exec('a$42')[0]", "/(?<!\\$)\\b\\d+/.exec('$42 17')[0]", "/^😀$/u.test('😀')", "/^.$/u.test('😀')", "/^.$/.test('😀')", "/\\u{1F600}/u.test('😀')", "/\\u0061/.test('a')",
        "/\\p{Lu}/u.test('É')", "/\\P{L}/u.test('É')", "/[\\p{L}\\d]+/u.exec('-éa1-')[0]", "/(a)?\\1b/.test('b')", "/(?<q>['\"]).*\\k<q>/.exec('\"a\\'b\"')[0]", "/[\\b]/.test('\\b')",
        "/[\\w-]+/.exec('a-b c')[0]", "/[a\\-z]+/.exec('-a')[0]", "/[\\]]/.test(']')", "/]/.test(']')", "/}/.test('}')", "/a{/.test('a{')", "/a{1}/.test('a')", "/a{1,}/.exec('aaa')[0]",
        "/x{0,2}y/.exec('xxxy')[0]", "/\\//.test('/')", "/[/]/.test('/')", "/\\x41\\cA\\0/.test('A\\u0001\\u0000')", "/\\./.test('a')", "/a|b/.exec('cb')[0]", "/[^\\d\\s]+/.exec('1 ab')[0]",
        "/[\\S]/.test('\\u00a0')", "/[\\W]/.test('_')", "/[\\D]/.test('5')", "/(?=a)a/.test('a')", "/(?!a)./.exec('ab')[0]", "/a+?/.exec('aaa')[0]", "/É/i.test('é')", "/#a b/.test('#a b')",
        "'abcabc'.lastIndexOf('b')", "/(?:)/.exec('abc')[0]", "/a/.test()", "RegExp('a') instanceof RegExp", "RegExp.prototype.test.call({}, 'a')", "/$^/.test('')", "/^/m.exec('\\na').index",
    ];
}
