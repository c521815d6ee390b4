using Gates.Policies.TypeScript;
using Shouldly;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Parameters, results and type parameters.</summary>
public sealed class FunctionTests
{
    [Theory]
    [InlineData(
        "function f(a: T, b?: U, ...c: V[]): W {}",
        "function f(a   , b    , ...c     )    {}")]
    [InlineData(
        "function f(this: T, a) {}",
        "function f(         a) {}")]
    [InlineData(
        "function f(this: T) {}",
        "function f(       ) {}")]
    [InlineData(
        "function f<const T extends A = B>(x: T): asserts x is T {}",
        "function f                       (x   )                 {}")]
    [InlineData(
        "async function* f<T>(): AsyncIterable<T> {}",
        "async function* f   ()                   {}")]
    [InlineData(
        "(a?: T, { b }: U = {}, [c]: V) => a",
        "(a    , { b }    = {}, [c]   ) => a")]
    [InlineData(
        "<T,>(x: T): x is Foo => true",
        "    (x   )           => true")]
    [InlineData(
        "async <T>(x: T) => x",
        "async    (x   ) => x")]
    [InlineData(
        "async (x): Promise<void> => {}",
        "async (x)                => {}")]
    [InlineData(
        "x = (a) : (b: c) => d => e",
        "x = (a)               => e")]
    [InlineData(
        "f(function (x: T): U {})",
        "f(function (x   )    {})")]
    [InlineData(
        "o = { m<T>(x?: T): U {}, get a(): T {}, set a(x: T) {}, async *[k as string](): V {}, b: c as D }",
        "o = { m   (x    )    {}, get a()    {}, set a(x   ) {}, async *[k          ]()    {}, b: c      }")]
    [InlineData(
        "(a, b?) => c",
        "(a, b ) => c")]
    [InlineData(
        "(function () {} as T)",
        "(function () {}     )")]
    [InlineData(
        "function f(x: A): B;\nfunction f(x) {}",
        "                    \nfunction f(x) {}")]
    [InlineData(
        "export default function f(): void;",
        "                                  ")]
    [InlineData(
        "async function f(): Promise<void>;",
        "                                  ")]
    [InlineData(
        "(x) => (y): z => x",
        "(x) => (y)    => x")]
    public void TypesOfAFunction_BecomeSpaces(string source, string erased) => TypeEraser.Erase(source).ShouldBe(erased);
}
