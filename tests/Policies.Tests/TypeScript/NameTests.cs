using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Words that mean something elsewhere, as names.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData(
        "type = 1",
        "type = 1")]
    [InlineData(
        "type\n(a)",
        "type\n(a)")]
    [InlineData(
        "declare(a)",
        "declare(a)")]
    [InlineData(
        "declare.a = b",
        "declare.a = b")]
    [InlineData(
        "namespace.a",
        "namespace.a")]
    [InlineData(
        "module.exports = a",
        "module.exports = a")]
    [InlineData(
        "abstract: for (;;) {}",
        "abstract: for (;;) {}")]
    [InlineData(
        "as(a)",
        "as(a)")]
    [InlineData(
        "let as = as as as",
        "let as = as      ")]
    [InlineData(
        "of = of as T",
        "of = of     ")]
    [InlineData(
        "({ type, as, of: is, readonly() {}, get, set, async })",
        "({ type, as, of: is, readonly() {}, get, set, async })")]
    [InlineData(
        "(type: T, as?: U) => as",
        "(type   , as    ) => as")]
    [InlineData(
        "global = b",
        "global = b")]
    [InlineData(
        "keyof < infer",
        "keyof < infer")]
    [InlineData(
        "readonly ? a : b",
        "readonly ? a : b")]
    [InlineData(
        "get\nset",
        "get\nset")]
    [InlineData(
        "interface1 = a",
        "interface1 = a")]
    [InlineData(
        "let type: type = type",
        "let type       = type")]
    [InlineData(
        "async => async",
        "async => async")]
    [InlineData(
        "async(a)",
        "async(a)")]
    [InlineData(
        "constructor(a)",
        "constructor(a)")]
    [InlineData(
        "from = a as from",
        "from = a        ")]
    [InlineData(
        "any < unknown > (never)",
        "any             (never)")]
    [InlineData(
        "\\u0061s as T",
        "\\u0061s     ")]
    [InlineData(
        "static1: a",
        "static1: a")]
    [InlineData(
        "infer as T",
        "infer     ")]
    [InlineData(
        "using\na",
        "using\na")]
    [InlineData(
        "accessor in a",
        "accessor in a")]
    [InlineData(
        "yield\n<T>(a: T) => a",
        "yield\n   (a   ) => a")]
    [InlineData(
        "let type = 1\ntype\n(type)",
        "let type = 1\ntype\n(type)")]
    public void WordThatIsAName_StaysOne(string source, string erased) => TypeEraser.Erase(source).ShouldBe(erased);
}
