using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Types within expressions, and what only looks like them.</summary>
public sealed class ExpressionTests
{
    [Theory]
    [InlineData(
        "x as T",
        "x     ")]
    [InlineData(
        "x as const",
        "x         ")]
    [InlineData(
        "x satisfies T as U",
        "x                 ")]
    [InlineData(
        "(x as any).y",
        "(x       ).y")]
    [InlineData(
        "x as T + 1",
        "x      + 1")]
    [InlineData(
        "x as A | B ? c : d",
        "x          ? c : d")]
    [InlineData(
        "a!.b![c]!(d)!",
        "a .b [c] (d) ")]
    [InlineData(
        "a!++",
        "a ++")]
    [InlineData(
        "x = a! / b",
        "x = a  / b")]
    [InlineData(
        "a !== b",
        "a !== b")]
    [InlineData(
        "a! !== b",
        "a  !== b")]
    [InlineData(
        "f<T>(x)",
        "f   (x)")]
    [InlineData(
        "new A<B>()",
        "new A   ()")]
    [InlineData(
        "new A<B>",
        "new A   ")]
    [InlineData(
        "f<T>`a`",
        "f   `a`")]
    [InlineData(
        "f<T>;",
        "f   ;")]
    [InlineData(
        "x = f<T>, g",
        "x = f   , g")]
    [InlineData(
        "a?.b<T>(c)",
        "a?.b   (c)")]
    [InlineData(
        "a?.<T>(c)",
        "a?.   (c)")]
    [InlineData(
        "f<A<B<C>>>(x)",
        "f         (x)")]
    [InlineData(
        "f<<T>(x: T) => T>(y)",
        "f                (y)")]
    [InlineData(
        "a < b > (c)",
        "a       (c)")]
    [InlineData(
        "a < b > c",
        "a < b > c")]
    [InlineData(
        "a < b || c > (d)",
        "a < b || c > (d)")]
    [InlineData(
        "a < b && c > d",
        "a < b && c > d")]
    [InlineData(
        "f(a < b, c > (d))",
        "f(a          (d))")]
    [InlineData(
        "f(a < b, c > d)",
        "f(a < b, c > d)")]
    [InlineData(
        "a<b>>c",
        "a<b>>c")]
    [InlineData(
        "a<b>=c",
        "a<b>=c")]
    [InlineData(
        "a >>= b",
        "a >>= b")]
    [InlineData(
        "a >= b as T",
        "a >= b     ")]
    [InlineData(
        "`${a as T}${`${b!}`}`",
        "`${a     }${`${b }`}`")]
    [InlineData(
        "a ? (b) : c => d",
        "a ? (b) : c => d")]
    [InlineData(
        "a ? (b) : c => d : e",
        "a ? (b)     => d : e")]
    [InlineData(
        "a ? (b): c => d : e",
        "a ? (b)    => d : e")]
    [InlineData(
        "a ? (b, c) : (d): e => f",
        "a ? (b, c) : (d)    => f")]
    [InlineData(
        "a ? (b?: c) => d : e",
        "a ? (b    ) => d : e")]
    [InlineData(
        "a ? b : (c): d => e",
        "a ? b : (c)    => e")]
    [InlineData(
        "(a as T)++",
        "(a     )++")]
    [InlineData(
        "[a as T, ...b as U]",
        "[a     , ...b     ]")]
    [InlineData(
        "({ a: b as T, [c!]: d })",
        "({ a: b     , [c ]: d })")]
    [InlineData(
        "x = /a as b/g as RegExp",
        "x = /a as b/g          ")]
    [InlineData(
        "a as T / b",
        "a      / b")]
    [InlineData(
        "class extends A<B> {}",
        "class extends A    {}")]
    [InlineData(
        "x as\n  T",
        "x   \n   ")]
    [InlineData(
        "<T>(x: T) => x",
        "   (x   ) => x")]
    [InlineData(
        "a as any as T[]",
        "a              ")]
    [InlineData(
        "x as { a: 1 }",
        "x            ")]
    [InlineData(
        "x as () => void",
        "x              ")]
    [InlineData(
        "await x as T",
        "await x     ")]
    [InlineData(
        "typeof x! as T",
        "typeof x      ")]
    [InlineData(
        "(as as as)",
        "(as      )")]
    [InlineData(
        "satisfies satisfies T",
        "satisfies            ")]
    [InlineData(
        "async as T",
        "async     ")]
    [InlineData(
        "async<T>(x)",
        "async   (x)")]
    [InlineData(
        "function* f() { yield as as T }",
        "function* f() { yield as      }")]
    [InlineData(
        "a: Array<b>= [c]",
        "a: Array<b>= [c]")]
    [InlineData(
        "a ? x ? (b) : c => d : e : f",
        "a ? x ? (b)     => d : e : f")]
    [InlineData(
        "a ? x ? y : (b) : c => d",
        "a ? x ? y : (b) : c => d")]
    [InlineData(
        "async (b) ? c : d",
        "async (b) ? c : d")]
    [InlineData(
        "new (a as T)<U>(b)",
        "new (a     )   (b)")]
    [InlineData(
        "super.a<T>()",
        "super.a   ()")]
    public void TypesInAnExpression_BecomeSpaces(string source, string erased) => TypeEraser.Erase(source).ShouldBe(erased);
}
