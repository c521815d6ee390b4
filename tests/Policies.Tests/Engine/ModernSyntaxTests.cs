using Shouldly;
using Xunit;

namespace Policies.Tests.Engine;

public sealed class ModernSyntaxTests
{
    [Theory]
    [InlineData("list.map(x => x.a);", "an arrow function is newer than ES5, so it needs Node.js 20 or later to be translated; without it, write `function (x) { … }`")]
    [InlineData("list.map((x) => { return x; });", "an arrow function")]
    [InlineData("var s = `a ${b}`;", "a template string")]
    [InlineData("let x = 1;", "`let` is newer than ES5, so it needs Node.js 20 or later to be translated; without it, write `var`")]
    [InlineData("const x = 1;", "`const`")]
    [InlineData("for (let i = 0; i < 3; i++) { }", "`let`")]
    [InlineData("class A { }", "a class")]
    [InlineData("for (var a of list) { }", "`for … of`")]
    [InlineData("var { a } = b;", "destructuring")]
    [InlineData("f(...args);", "the spread or rest `...`")]
    [InlineData("var o = { a, b };", "a property in short form")]
    [InlineData("var o = { f() { } };", "a method in short form")]
    [InlineData("var x = a?.b;", "optional chaining `?.`")]
    [InlineData("var x = a ?? b;", "`??`")]
    [InlineData("var x = a ** b;", "`**`")]
    [InlineData("function* g() { }", "a generator")]
    [InlineData("try { f(); } catch { }", "`catch` without a name")]
    [InlineData("import x from 'y';", "`import`")]
    [InlineData("export function f() { }", "`export`")]
    [InlineData("async function f() { }", "an `async` function")]
    [InlineData("function f(a = 1) { }", "a default parameter")]
    [InlineData("var x: string = 'a';", "a type annotation")]
    [InlineData("function f(a: string) { }", "a type annotation")]
    [InlineData("var n = 1_000;", "a number with `_`")]
    public void NewerConstruct_IsNamedWithItsLineAndWhatToWrite(string line, string message)
    {
        var failure = Run.Fails("// one\n// two\n" + line);

        failure.Reason.ShouldStartWith(message);
        failure.Line.ShouldBe(3);
        failure.Column.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("var x = ;", "test.js:1:9: the script cannot be read: unexpected token ;")]
    [InlineData("function f() {", "test.js:1:15: the script cannot be read: unexpected end of input")]
    [InlineData("return 5;", "test.js:1:7: the script cannot be read: illegal return statement")]
    [InlineData("var a = '\n';", "test.js:1:11: the script cannot be read: unexpected character")]
    public void PlainMistake_IsToldAsTheParserSeesIt(string text, string message) => Run.Fails(text).Message.ShouldBe(message);
}
