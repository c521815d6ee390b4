using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>What makes code is refused with its place and what to write instead; so is what cannot be read.</summary>
public sealed class RefusalTests
{
    private const string Enum = "`enum` makes code, and only types can be erased: write an object, such as `const Level = { Low: 0, High: 1 } as const`";
    private const string Namespace = "a `namespace` that holds values makes code, and only types can be erased: write a module of its own, and import from it";
    private const string Property =
        "a modifier on a parameter makes code, and only types can be erased: write the field in the class, and set it in the constructor";
    private const string ImportEquals = "`import … = …` makes code, and only types can be erased: write `import name from \"./file\"` or `const name = …`";
    private const string ExportEquals = "`export =` makes code, and only types can be erased: write `export default`";
    private const string ExportImport =
        "`export import … = …` makes code, and only types can be erased: write `export { name } from \"./file\"` or `export const name = …`";
    private const string Decorator = "decorators are not supported: call the function yourself, such as `const f = decorate(f0)`";
    private const string Jsx = "JSX is not supported: write the calls that it stands for";
    private const string Cast = "a type in angle brackets before a value is not supported: write `x as T` instead of `<T>x`";

    [Theory]
    [InlineData("enum A { B }", 1, 1, Enum)]
    [InlineData("a;\n  const enum A { B }", 2, 3, Enum)]
    [InlineData("export enum A { B }", 1, 1, Enum)]
    [InlineData("export const enum A {}", 1, 1, Enum)]
    [InlineData("function f() { if (a) { enum A {} } }", 1, 25, Enum)]
    [InlineData("namespace A { const b = 1 }", 1, 1, Namespace)]
    [InlineData("\nexport namespace A { export function f() {} }", 2, 1, Namespace)]
    [InlineData("namespace A { type B = 1; c() }", 1, 1, Namespace)]
    [InlineData("namespace A { namespace B { let c } }", 1, 15, Namespace)]
    [InlineData("namespace A { export declare const b: C }", 1, 1, Namespace)]
    [InlineData("namespace A { enum B {} }", 1, 1, Namespace)]
    [InlineData("module A { let b }", 1, 1, Namespace)]
    [InlineData("class A { constructor(private a: B) {} }", 1, 23, Property)]
    [InlineData("class A {\n  constructor(a: B,\n    public readonly c) {} }", 3, 5, Property)]
    [InlineData("class A { constructor(readonly a = 1) {} }", 1, 23, Property)]
    [InlineData("class A { constructor(override { a }) {} }", 1, 23, Property)]
    [InlineData("f = (private a: B) => a", 1, 6, Property)]
    [InlineData("import A = B.C", 1, 1, ImportEquals)]
    [InlineData("import a = require(\"a\");", 1, 1, ImportEquals)]
    [InlineData("import type A = require(\"a\");", 1, 1, ImportEquals)]
    [InlineData("export import A = B;", 1, 1, ExportImport)]
    [InlineData("export = a;", 1, 1, ExportEquals)]
    [InlineData("@a class B {}", 1, 1, Decorator)]
    [InlineData("export @a class B {}", 1, 8, Decorator)]
    [InlineData("class A { @b c() {} }", 1, 11, Decorator)]
    [InlineData("class A { public @b c = 1 }", 1, 18, Decorator)]
    [InlineData("class A { f(@b c) {} }", 1, 13, Decorator)]
    [InlineData("x = @a class {}", 1, 5, Decorator)]
    [InlineData("x = <T>y", 1, 5, Cast)]
    [InlineData("x = a + <any>b", 1, 9, Cast)]
    [InlineData("f(<const>[\"a\"])", 1, 3, Cast)]
    [InlineData("<T>(a)", 1, 1, Cast)]
    [InlineData("x = <A<B>>y", 1, 5, Cast)]
    [InlineData("x = <<T>(a: T) => T>y", 1, 5, Cast)]
    [InlineData("await <T>x", 1, 7, Cast)]
    [InlineData("x = <a>b</a>", 1, 5, Jsx)]
    [InlineData("x = <a/>", 1, 5, Jsx)]
    [InlineData("x = <></>", 1, 5, Jsx)]
    [InlineData("return1(\n  <a b={c}>\n  </a>)", 2, 3, Jsx)]
    public void WhatMakesCode_IsRefused(string source, int line, int column, string message) => Fails(source, line, column, message);

    [Theory]
    [InlineData("let x: = 1", 1, 8, "`=` cannot stand here")]
    [InlineData("let x: A<", 1, 10, "the text ends in the middle of something")]
    [InlineData("function f(a: T", 1, 16, "the text ends in the middle of something")]
    [InlineData("a b", 1, 3, "`b` cannot stand here")]
    [InlineData("a }", 1, 3, "`}` cannot stand here")]
    [InlineData("(a: T)", 1, 7, "the text ends in the middle of something")]
    [InlineData("(a?) + b", 1, 6, "`+` cannot stand here")]
    [InlineData("type A = { b: C d: E }", 1, 17, "`d` cannot stand here")]
    [InlineData("x = 'a\n'", 1, 5, "this string is not closed")]
    [InlineData("a /* b", 1, 3, "this comment is not closed")]
    [InlineData("x = `a${b", 1, 10, "the text ends in the middle of something")]
    [InlineData("x = `a", 1, 5, "this template is not closed")]
    [InlineData("x = /a", 1, 5, "this regular expression is not closed")]
    [InlineData("class A { b: C d }", 1, 16, "`d` cannot stand here")]
    [InlineData("import { a } from b", 1, 19, "`b` cannot stand here")]
    [InlineData("interface A { b(: C }", 1, 17, "`:` cannot stand here")]
    [InlineData("f<A<B c>>(d)", 1, 7, "`c` cannot stand here")]
    [InlineData("a\r\nb\rc\u2028d\u2029/*\n*/ \"😀\" as }", 6, 12, "`}` cannot stand here")]
    [InlineData("x as T = y", 1, 8, "`=` cannot stand here")]
    [InlineData("x = function (a: B): C;", 1, 23, "`;` cannot stand here")]
    [InlineData("let a\n!: B", 2, 2, "`:` cannot stand here")]
    [InlineData("f<class>(a)", 1, 8, "`>` cannot stand here")]
    [InlineData("let a: class", 1, 8, "`class` cannot stand here")]
    [InlineData("type A = B | () => C", 1, 14, "a function's type behind `|`, `&` or `keyof` stands in parentheses: write `A | (() => B)`")]
    [InlineData("export export a", 1, 8, "`export` cannot stand here")]
    [InlineData("€ = #", 1, 5, "`#` cannot stand here")]
    public void WhatCannotBeRead_IsShown(string source, int line, int column, string message) => Fails(source, line, column, message);

    private static void Fails(string source, int line, int column, string message)
    {
        var failure = Should.Throw<TypeScriptException>(() => TypeEraser.Erase(source));
        (failure.Line, failure.Column, failure.Message).ShouldBe((line, column, message));
    }
}
