using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class PreludeTests
{
    [Theory]
    [InlineData("'abc'.startsWith('ab')", "true")]
    [InlineData("'abc'.startsWith('bc', 1)", "true")]
    [InlineData("'abc'.startsWith('abcd')", "false")]
    [InlineData("'abc'.endsWith('bc')", "true")]
    [InlineData("'abc'.endsWith('ab', 2)", "true")]
    [InlineData("'c'.endsWith('bc')", "false")]
    [InlineData("'abc'.includes('b')", "true")]
    [InlineData("'abc'.includes('a', 1)", "false")]
    [InlineData("'ab'.repeat(3)", "\"ababab\"")]
    [InlineData("'ab'.repeat(0)", "\"\"")]
    [InlineData("'ab'.repeat(7).length", "14")]
    [InlineData("'7'.padStart(3, '0')", "\"007\"")]
    [InlineData("'7'.padStart(4, 'ab')", "\"aba7\"")]
    [InlineData("'7'.padEnd(3) + '|'", "\"7  |\"")]
    [InlineData("'long'.padEnd(2, 'x')", "\"long\"")]
    [InlineData("'  a '.trimStart()", "\"a \"")]
    [InlineData("'  a '.trimEnd()", "\"  a\"")]
    [InlineData("'   '.trimStart()", "\"\"")]
    [InlineData("'a.b.c'.replaceAll('.', '$&')", "\"a.b.c\"")]
    [InlineData("'aXbX'.replaceAll('X', function (m, at) { return at; })", "\"a1b3\"")]
    [InlineData("'a1b2'.replaceAll(/[0-9]/g, '#')", "\"a#b#\"")]
    [InlineData("[1, 5, 9].find(function (x) { return x > 3; })", "5")]
    [InlineData("[1].find(function () { return false; }) === undefined", "true")]
    [InlineData("[1, 5].findIndex(function (x) { return x === 5; })", "1")]
    [InlineData("[1, NaN].includes(NaN)", "true")]
    [InlineData("[1, 2].includes(1, -1)", "false")]
    [InlineData("[1, [2, [3, [4]]]].flat()", "[1,2,[3,[4]]]")]
    [InlineData("[1, [2, [3, [4]]]].flat(Infinity)", "[1,2,3,4]")]
    [InlineData("[1, 2].flatMap(function (x) { return [x, [x]]; })", "[1,[1],2,[2]]")]
    [InlineData("Array.from('ab')", "[\"a\",\"b\"]")]
    [InlineData("Array.from({ length: 2, 0: 'x' }, function (v, i) { return [v, i]; })", "[[\"x\",0],[null,1]]")]
    [InlineData("Array.of(3)", "[3]")]
    [InlineData("Object.assign({ a: 1 }, { b: 2 }, null, { a: 3 })", "{\"a\":3,\"b\":2}")]
    [InlineData("Object.values({ a: 1, b: 2 })", "[1,2]")]
    [InlineData("Object.entries({ a: 1 })", "[[\"a\",1]]")]
    [InlineData("Object.fromEntries([['a', 1]])", "{\"a\":1}")]
    [InlineData(
        "[Number.isInteger(3), Number.isInteger(3.5), Number.isInteger('3'), Number.isNaN('x'), Number.isNaN(NaN), Number.isFinite('3')]",
        "[true,false,false,false,true,false]")]
    [InlineData("[Number.isSafeInteger(9007199254740991), Number.isSafeInteger(9007199254740992)]", "[true,false]")]
    [InlineData("[Number.parseInt('12px', 10), Number.parseFloat('1.5x')]", "[12,1.5]")]
    [InlineData("[Math.trunc(-1.7), Math.sign(-3), Math.log10(1000), Math.log2(8)]", "[-1,-1,3,3]")]
    [InlineData("JSON.parse('{\"a\":[1,{\"$doc\":true}]}')", "{\"a\":[1,{\"$doc\":true}]}")]
    [InlineData(
        "JSON.parse('{\"a\":[1,2],\"b\":3}', function (key, value) { return key === 'b' ? undefined : typeof value === 'number' ? value * 2 : value; })",
        "{\"a\":[2,4]}")]
    [InlineData("Object.groupBy([1, 2, 3], function (x) { return x % 2 ? 'odd' : 'even'; })", "{\"odd\":[1,3],\"even\":[2]}")]
    [InlineData("Array.from(Map.groupBy([1, 2, 3], function (x) { return x % 2; }))", "[[1,[1,3]],[0,[2]]]")]
    [InlineData("Array.from(new Set([1, 2]).union(new Set([2, 3])))", "[1,2,3]")]
    [InlineData("Array.from(new Set([1, 2]).intersection(new Map([[2, 'x']])))", "[2]")]
    [InlineData("Array.from(new Set([1, 2]).difference(new Set([2, 3])))", "[1]")]
    [InlineData("Array.from(new Set([1, 2]).symmetricDifference(new Set([2, 3])))", "[1,3]")]
    [InlineData(
        "[new Set([1]).isSubsetOf(new Set([1, 2])), new Set([1]).isSupersetOf(new Set([1, 2])), new Set([1]).isDisjointFrom(new Set([2]))]",
        "[true,false,true]")]
    public void Helper_DoesWhatTheStandardSays(string expression, string json) =>
        Run.Value(expression).ShouldBe(json);

    [Fact]
    public void Helpers_DoNotShowUpInLoops() =>
        Run.Body("for (var a in []) { report.log(a); } for (var s in 'x') { if (s !== '0') { report.log(s); } } for (var o in {}) { report.log(o); }").Log.ShouldBeEmpty();

    [Theory]
    [InlineData("'x'.repeat(-1)", "RangeError")]
    [InlineData("'x'.repeat(Infinity)", "RangeError")]
    [InlineData("'x'.repeat(1e9)", "RangeError")]
    [InlineData("'x'.padEnd(1e9)", "RangeError")]
    [InlineData("'x'.includes(/x/)", "TypeError")]
    [InlineData("'x'.replaceAll(/x/, '')", "TypeError")]
    [InlineData("String.prototype.trimEnd.call(null)", "TypeError")]
    [InlineData("[].find()", "TypeError")]
    [InlineData("new Set([1]).union([1])", "TypeError")]
    [InlineData("'é'.normalize()", "TypeError")]
    public void WrongUse_ThrowsAsTheStandardSays(string expression, string error) =>
        Run.Body($"try {{ {expression}; }} catch (e) {{ report.log(e.name); }}").Log.ShouldBe([error]);
}
