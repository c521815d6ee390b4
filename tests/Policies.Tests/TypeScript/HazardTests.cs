using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Where spaces alone would join what TypeScript keeps apart.</summary>
public sealed class HazardTests
{
    [Theory]
    [InlineData(
        "a\ntype B = c\n(d)",
        "a\n;         \n(d)")]
    [InlineData(
        "a\ninterface B {}\n[d]",
        "a\n;             \n[d]")]
    [InlineData(
        "a\ndeclare let b: c\n`d`",
        "a\n;               \n`d`")]
    [InlineData(
        "a\nimport type { B } from \"b\"\n+d",
        "a\n;                         \n+d")]
    [InlineData(
        "a\nexport type B = c\n-d",
        "a\n;                \n-d")]
    [InlineData(
        "a\ntype B = c\n/d/.e",
        "a\n;         \n/d/.e")]
    [InlineData(
        "a\ntype B = c;\n(d)",
        "a\n;          \n(d)")]
    [InlineData(
        "a;\ntype B = c\n(d)",
        "a;\n          \n(d)")]
    [InlineData(
        "a\ntype B = c\ninterface D {}\n(e)",
        "a\n;         \n              \n(e)")]
    [InlineData(
        "a\nfunction f(): void\nfunction f() {}",
        "a\n;                 \nfunction f() {}")]
    [InlineData(
        "{\n  type A = b\n  (c)\n}",
        "{\n            \n  (c)\n}")]
    [InlineData(
        "if (a) type B = c\n(d)",
        "if (a) ;         \n(d)")]
    [InlineData(
        "for (;;) interface A {}\nb",
        "for (;;) ;             \nb")]
    [InlineData(
        "x = () => {}\ntype A = b\n(c)",
        "x = () => {}\n;         \n(c)")]
    [InlineData(
        "a = b as T\n(c)",
        "a = b ;   \n(c)")]
    [InlineData(
        "a = b as T\n[c]",
        "a = b ;   \n[c]")]
    [InlineData(
        "a = b satisfies T\n`c`",
        "a = b ;          \n`c`")]
    [InlineData(
        "a = b as T\n+ c",
        "a = b     \n+ c")]
    [InlineData(
        "a = b as T\nc",
        "a = b     \nc")]
    [InlineData(
        "a = b as\n  T\n(c)",
        "a = b ; \n   \n(c)")]
    [InlineData(
        "return1: for (;;) { continue return1\ntype A = 1\n(b) }",
        "return1: for (;;) { continue return1\n;         \n(b) }")]
    [InlineData(
        "function f() { return a as T\n(b) }",
        "function f() { return a ;   \n(b) }")]
    [InlineData(
        "a!\n(b)",
        "a \n(b)")]
    [InlineData(
        "a\n!b",
        "a\n!b")]
    [InlineData(
        "a = f<T>\n(b)",
        "a = f   \n(b)")]
    [InlineData(
        "let a: T\n(b)",
        "let a   \n(b)")]
    [InlineData(
        "(a): {\n  b: c\n} => d",
        "(a    \n      \n) => d")]
    [InlineData(
        "(\n  a: b\n): c |\n  d => e",
        "(\n  a   \n      \n  ) => e")]
    [InlineData(
        "(a)\n  : b => c",
        "(a \n    ) => c")]
    [InlineData(
        "async <\n  T\n>(a: T) => a",
        "async (\n   \n  a   ) => a")]
    [InlineData(
        "function f() { return <\n  T\n>(a: T) => a }",
        "function f() { return (\n   \n  a   ) => a }")]
    [InlineData(
        "x = <T,>\n  (a: T): b => a",
        "x = (   \n   a   )    => a")]
    [InlineData(
        "x = <\n  T\n>(a: T): Promise<\n  T\n> => a",
        "x = (\n   \n  a              \n   \n) => a")]
    [InlineData(
        "class A {\n  get: T\n  a() {}\n}",
        "class A {\n  get;  \n  a() {}\n}")]
    [InlineData(
        "class A {\n  static?: T\n  a\n}",
        "class A {\n  static;   \n  a\n}")]
    [InlineData(
        "class A {\n  set!: T;\n  a() {}\n}",
        "class A {\n  set    ;\n  a() {}\n}")]
    [InlineData(
        "class A {\n  get: T = 1\n  a() {}\n}",
        "class A {\n  get    = 1\n  a() {}\n}")]
    [InlineData(
        "class A {\n  a: T\n  [b] = 1\n  c!: T\n  *d() {}\n}",
        "class A {\n  a   \n  [b] = 1\n  c    \n  *d() {}\n}")]
    [InlineData(
        "class A {\n  a = b as T\n  [c] = 1\n}",
        "class A {\n  a = b ;   \n  [c] = 1\n}")]
    [InlineData(
        "class A {\n  a = b\n  public [c] = 1\n}",
        "class A {\n  a = b\n  ;      [c] = 1\n}")]
    [InlineData(
        "class A {\n  a = b;\n  public [c] = 1\n}",
        "class A {\n  a = b;\n         [c] = 1\n}")]
    [InlineData(
        "class A {\n  a = b\n  private *c() {}\n}",
        "class A {\n  a = b\n  ;       *c() {}\n}")]
    [InlineData(
        "class A {\n  a = b\n  readonly in = 1\n}",
        "class A {\n  a = b\n  ;        in = 1\n}")]
    [InlineData(
        "class A {\n  a = b\n  declare c: T\n  [d] = 1\n}",
        "class A {\n  a = b\n  ;           \n  [d] = 1\n}")]
    [InlineData(
        "class A {\n  a = b\n  f(): void\n  f() {}\n}",
        "class A {\n  a = b\n  ;        \n  f() {}\n}")]
    [InlineData(
        "abstract class A {\n  a = b\n  abstract c: T\n  *d() {}\n}",
        "         class A {\n  a = b\n  ;            \n  *d() {}\n}")]
    [InlineData(
        "class A {\n  a = b\n  static readonly c = 1\n}",
        "class A {\n  a = b\n  static          c = 1\n}")]
    [InlineData(
        "class A {\n  a = b;\n  [k: string]: T\n  [c] = 1\n}",
        "class A {\n  a = b;\n                \n  [c] = 1\n}")]
    [InlineData(
        "type\nA = 1",
        "type\nA = 1")]
    [InlineData(
        "declare\nlet a",
        "declare\nlet a")]
    [InlineData(
        "abstract\nclass A {}",
        "abstract\nclass A {}")]
    [InlineData(
        "namespace\nA\n{}",
        "namespace\nA\n{}")]
    [InlineData(
        "interface\nA\n{}",
        "interface\nA\n{}")]
    [InlineData(
        "switch (a) { case (b): c\ntype D = e\n(f) }",
        "switch (a) { case (b): c\n;         \n(f) }")]
    [InlineData(
        "throw a as T\n(b)",
        "throw a ;   \n(b)")]
    [InlineData(
        "do a\nwhile (b)\ntype C = d\n(e)",
        "do a\nwhile (b)\n          \n(e)")]
    [InlineData(
        "/* a */ type /* b */ A = /* c */ 1 /* d */; // e",
        "/* a */                                     // e")]
    public void WhatTypeScriptKeepsApart_StaysApart(string source, string erased) => TypeEraser.Erase(source).ShouldBe(erased);
}
